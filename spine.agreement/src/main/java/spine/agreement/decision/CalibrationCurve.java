package spine.agreement.decision;

import java.util.ArrayList;
import java.util.List;
import spine.agreement.Estimate;

/** Observed frequency by predicted confidence (reliability diagram). */
public final class CalibrationCurve {
    private static final int BINS = 10;

    private CalibrationCurve() {
    }

    /**
     * One prediction.
     *
     * @param confidence 0 to 1
     * @param right whether it was right
     */
    public record Case(double confidence, boolean right) {

        /** @throws IllegalArgumentException if the confidence is not in 0..1 */
        public Case {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("The confidence of a prediction lies in 0 to 1, not at " + confidence + ".");
            }
        }
    }

    /**
     * Predictions of similar confidence.
     *
     * @param confidence their mean
     * @param right share of right ones, with Wilson's interval
     * @param count how many
     */
    public record Bin(double confidence, Estimate right, long count) {
    }

    /** In ten bins of equal width; empty ones are left out. */
    public static List<Bin> of(List<Case> cases, double confidence) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Case> inside = cases.stream().filter(c -> Math.min(BINS - 1, (int) (c.confidence * BINS)) == bin).toList();
            if (!inside.isEmpty()) {
                bins.add(new Bin(inside.stream().mapToDouble(Case::confidence).average().orElseThrow(),
                        Proportion.of(inside.stream().filter(Case::right).count(), inside.size(), confidence), inside.size()));
            }
        }
        return List.copyOf(bins);
    }
}
