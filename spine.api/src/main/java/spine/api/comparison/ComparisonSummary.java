package spine.api.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a comparison found between the first and the last time point.
 *
 * @param page {@code comparison.html}
 * @param studies StudyInstanceUIDs in the order of the time points
 * @param totals one for each total of each index that all results have, the headline of the first index first; none where one of the
 *     two shows no spine
 * @param verdict for a person, the most important first; at least one. The first can be told alone: what makes it doubtful by itself stands
 *     with it
 * @param warnings sentences that make the comparison doubtful, such as that the studies seem to be of different patients; may be empty
 */
public record ComparisonSummary(Path page, List<String> studies, List<TotalChange> totals, List<String> verdict, List<String> warnings) {

    /** What can be said of a change. */
    public enum Verdict {
        /** Lower by more than the smallest detectable change. */
        IMPROVED,
        /** Not more than the smallest detectable change. */
        NO_DETECTABLE_CHANGE,
        /** Higher by more than the smallest detectable change. */
        WORSE,
        /** Nobody knows how large the error of measurement is. */
        UNDETERMINED
    }

    /**
     * The change of one total.
     *
     * @param indexId identity of the index
     * @param total name of the total, such as {@code total6}
     * @param first its value at the first time point, at least 0
     * @param last its value at the last time point, at least 0
     * @param detectable smallest detectable change, at least 0; empty where it is not known or does not apply
     * @param important minimal important change, above 0; empty where none was published for this total
     * @param verdict what can be said of it
     */
    public record TotalChange(String indexId, String total, double first, double last, OptionalDouble detectable,
            OptionalDouble important, Verdict verdict) {

        public TotalChange {
            Objects.requireNonNull(indexId, "indexId");
            Objects.requireNonNull(total, "total");
            Objects.requireNonNull(detectable, "detectable");
            Objects.requireNonNull(important, "important");
            Objects.requireNonNull(verdict, "verdict");
        }

        /** Below 0 where there is less inflammation. */
        public double change() {
            return last - first;
        }
    }

    public ComparisonSummary {
        Objects.requireNonNull(page, "page");
        studies = List.copyOf(studies);
        totals = List.copyOf(totals);
        verdict = List.copyOf(verdict);
        warnings = List.copyOf(warnings);
    }
}
