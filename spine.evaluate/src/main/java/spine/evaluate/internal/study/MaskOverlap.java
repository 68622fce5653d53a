package spine.evaluate.internal.study;

import java.util.BitSet;

/**
 * Pixels of a predicted and a true mask.
 *
 * @param truth pixels in the truth
 * @param prediction pixels in the prediction
 * @param both pixels in both
 */
public record MaskOverlap(long truth, long prediction, long both) {
    public static final MaskOverlap NONE = new MaskOverlap(0, 0, 0);

    static MaskOverlap of(BitSet truth, BitSet prediction) {
        BitSet common = (BitSet) truth.clone();
        common.and(prediction);
        return new MaskOverlap(truth.cardinality(), prediction.cardinality(), common.cardinality());
    }

    public MaskOverlap plus(MaskOverlap o) {
        return new MaskOverlap(truth + o.truth, prediction + o.prediction, both + o.both);
    }

    /** Twice the common pixels over all; NaN if both masks are empty. */
    public double dice() {
        return truth + prediction == 0 ? Double.NaN : 2.0 * both / (truth + prediction);
    }
}
