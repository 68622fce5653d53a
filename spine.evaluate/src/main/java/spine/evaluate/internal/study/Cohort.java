package spine.evaluate.internal.study;

import java.util.List;

/**
 * All studies of an evaluation, in the order of the truth's paths.
 *
 * @param pairs those that have truth and report
 * @param unevaluated all others
 */
public record Cohort(List<StudyPair> pairs, List<UnevaluatedStudy> unevaluated) {

    public Cohort {
        pairs = List.copyOf(pairs);
        unevaluated = List.copyOf(unevaluated);
    }

    /** Number of studies with a truth. */
    public int truths() {
        return pairs.size() + (int) unevaluated.stream().filter(UnevaluatedStudy::truth).count();
    }
}
