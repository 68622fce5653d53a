package spine.sparcc.internal;

import java.util.Arrays;

/**
 * Consecutive slices that make the score of a unit.
 *
 * @param first index of the first slice
 * @param length number of slices: 3, or all of a stack that has fewer
 * @param score sum of the slice scores inside
 */
record SliceWindow(int first, int length, int score) {

    /** Literature: three consecutive slices (Maksymowych et al. 2005). */
    static final int SLICES = 3;

    /**
     * The window with the highest sum. Of several, the one whose middle lies nearest to {@code centre}; of two equally
     * near, the first.
     *
     * @param sliceScores one score per slice of the stack, at least one
     * @param centre the (fractional) slice index through the middle of what is scored
     */
    static SliceWindow best(int[] sliceScores, double centre) {
        int length = Math.min(SLICES, sliceScores.length);
        SliceWindow best = at(0, length, sliceScores);
        for (int first = 1; first + length <= sliceScores.length; first++) {
            SliceWindow window = at(first, length, sliceScores);
            if (window.score > best.score
                    || window.score == best.score && window.distance(centre) < best.distance(centre)) {
                best = window;
            }
        }
        return best;
    }

    /** The same slices over other scores. */
    SliceWindow over(int[] sliceScores) {
        return at(first, length, sliceScores);
    }

    private static SliceWindow at(int first, int length, int[] sliceScores) {
        return new SliceWindow(first, length, Arrays.stream(sliceScores, first, first + length).sum());
    }

    private double distance(double centre) {
        return Math.abs(first + (length - 1) / 2.0 - centre);
    }
}
