package spine.anatomy.internal;

import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/** Whether the first or the last slice of the stack cuts through a body, so that one side of it is not shown. */
enum SideCut {
    NONE, FIRST_SLICE, LAST_SLICE;

    private static final double LEAST_SHARE = 0.5;

    /** A slice cuts a body where it shows at least half of the body's largest outline. */
    static SideCut of(PointSet points, SliceStack stack) {
        int slices = stack.slices().size();
        int[] count = new int[slices];
        for (int i = 0; i < points.size(); i++) {
            count[points.slice[i]]++;
        }
        int largest = 1;
        for (int n : count) {
            largest = Math.max(largest, n);
        }
        boolean first = count[0] > LEAST_SHARE * largest;
        boolean last = count[slices - 1] > LEAST_SHARE * largest;
        return first == last ? NONE : first ? FIRST_SLICE : LAST_SLICE;
    }

    /**
     * The middle of the body sideways: half its width away from the side that is shown.
     *
     * @param middle middle of what is shown, and its two ends: {@code right} and {@code far} (to the left), mm
     * @param left the body's left
     * @param width the width to expect
     */
    double middle(double middle, double right, double far, SliceStack stack, Vec3 left, double width) {
        if (this == NONE) {
            return middle;
        }
        boolean leftGrows = stack.plane().normal().dot(left) > 0;
        boolean leftShown = leftGrows == (this == FIRST_SLICE);
        double half = Math.max(width, far - right) / 2;
        return leftShown ? far - half : right + half;
    }
}
