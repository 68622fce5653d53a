package spine.agreement.mask;

import java.util.BitSet;
import spine.agreement.UndefinedStatisticException;

/**
 * Pixels or voxels of two masks on the same grid.
 *
 * @param first those in the first, such as the truth
 * @param second those in the second, such as the prediction
 * @param both those in both
 */
public record MaskOverlap(long first, long second, long both) {
    public static final MaskOverlap NONE = new MaskOverlap(0, 0, 0);

    public static MaskOverlap of(BitSet first, BitSet second) {
        BitSet common = (BitSet) first.clone();
        common.and(second);
        return new MaskOverlap(first.cardinality(), second.cardinality(), common.cardinality());
    }

    public MaskOverlap plus(MaskOverlap o) {
        return new MaskOverlap(first + o.first, second + o.second, both + o.both);
    }

    /**
     * Twice the common pixels over all (Dice, Ecology 1945;26:297-302).
     *
     * @throws UndefinedStatisticException if both masks are empty
     */
    public double dice() {
        return 2.0 * both / filled(first + second);
    }

    /**
     * Common pixels over those in either.
     *
     * @throws UndefinedStatisticException if both masks are empty
     */
    public double jaccard() {
        return (double) both / filled(first + second - both);
    }

    private static long filled(long pixels) {
        if (pixels == 0) {
            throw new UndefinedStatisticException("The overlap of masks is undefined: both are empty.");
        }
        return pixels;
    }
}
