package spine.api.correction;

import java.util.Objects;
import spine.api.report.ScoringResult;

/**
 * A result before and after a correction, by the same indices in the same order.
 *
 * @param machine what the models gave
 * @param corrected what follows from the correction
 */
public record CorrectedResult(ScoringResult machine, ScoringResult corrected) {

    public CorrectedResult {
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(corrected, "corrected");
    }
}
