package spine.evaluate.internal.cohort;

import java.util.List;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.study.StudyPair;

/**
 * All studies of an evaluation, in the order of the truth's paths.
 *
 * @param pairs those that have a report and a truth in the shape of one
 * @param partial those that have a report and a partial truth
 * @param unevaluated all others
 */
public record Cohort(List<StudyPair> pairs, List<PartialPair> partial, List<UnevaluatedStudy> unevaluated) {

    public Cohort {
        pairs = List.copyOf(pairs);
        partial = List.copyOf(partial);
        unevaluated = List.copyOf(unevaluated);
    }

    /** Number of studies with truth and report. */
    public int evaluated() {
        return pairs.size() + partial.size();
    }

    /** Number of studies with a truth. */
    public int truths() {
        return evaluated() + (int) unevaluated.stream().filter(UnevaluatedStudy::truth).count();
    }
}
