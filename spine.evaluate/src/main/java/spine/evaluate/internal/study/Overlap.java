package spine.evaluate.internal.study;

import java.util.BitSet;

/**
 * Pixels of a predicted and a true mask.
 *
 * @param truth pixels in the truth
 * @param prediction pixels in the prediction
 * @param both pixels in both
 */
public record Overlap(long truth, long prediction, long both) {
    public static final Overlap NONE = new Overlap(0, 0, 0);

    static Overlap of(BitSet truth, BitSet prediction) {
        BitSet common = (BitSet) truth.clone();
        common.and(prediction);
        return new Overlap(truth.cardinality(), prediction.cardinality(), common.cardinality());
    }

    public Overlap plus(Overlap o) {
        return new Overlap(truth + o.truth, prediction + o.prediction, both + o.both);
    }

    /** Twice the common pixels over all; NaN if both masks are empty. */
    public double dice() {
        return truth + prediction == 0 ? Double.NaN : 2.0 * both / (truth + prediction);
    }
}
