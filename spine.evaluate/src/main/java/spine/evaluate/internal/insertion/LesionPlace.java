package spine.evaluate.internal.insertion;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Where in a body a lesion lies: around a corner of its mid slice, or along an endplate. */
enum LesionPlace {
    UPPER_FRONT_CORNER("upper front corner", true, 1), UPPER_BACK_CORNER("upper back corner", true, -1),
    LOWER_FRONT_CORNER("lower front corner", false, 1), LOWER_BACK_CORNER("lower back corner", false, -1),
    UPPER_ENDPLATE("upper endplate", true, 0), LOWER_ENDPLATE("lower endplate", false, 0);

    /** Radius of a corner lesion, mm. */
    private static final double CORNER_MM = 11;
    /** Depth of an endplate lesion, mm. */
    private static final double ENDPLATE_MM = 6;

    private final String words;
    private final boolean upper;
    private final int front;

    /** @param front 1 in front, -1 behind, 0 all along */
    LesionPlace(String words, boolean upper, int front) {
        this.words = words;
        this.upper = upper;
        this.front = front;
    }

    static List<LesionPlace> corners() {
        return Stream.of(values()).filter(place -> place.front != 0).toList();
    }

    static List<LesionPlace> endplates() {
        return Stream.of(values()).filter(place -> place.front == 0).toList();
    }

    String words() {
        return words;
    }

    /** Whether it lies in the half of the body nearer the head. */
    boolean upper() {
        return upper;
    }

    /**
     * The pixels of the mid slice at this place, in the body.
     *
     * @param body its pixels on the slice
     * @param pixelMm spacing of pixels, mm
     */
    BitSet of(BitSet body, int columns, BodyAxes axes, double pixelMm) {
        return front == 0 ? endplate(body, columns, axes, pixelMm) : corner(body, columns, axes);
    }

    private BitSet corner(BitSet body, int columns, BodyAxes axes) {
        int corner = -1;
        double furthest = -Double.MAX_VALUE;
        for (int pixel = body.nextSetBit(0); pixel >= 0; pixel = body.nextSetBit(pixel + 1)) {
            double far = front * axes.u(pixel % columns, pixel / columns) / axes.halfDepth()
                    + (upper ? 1 : -1) * axes.v(pixel % columns, pixel / columns) / axes.halfHeight();
            if (far > furthest) {
                furthest = far;
                corner = pixel;
            }
        }
        double u = axes.u(corner % columns, corner / columns);
        double v = axes.v(corner % columns, corner / columns);
        BitSet near = new BitSet();
        for (int pixel = body.nextSetBit(0); pixel >= 0; pixel = body.nextSetBit(pixel + 1)) {
            near.set(pixel, Math.hypot(axes.u(pixel % columns, pixel / columns) - u, axes.v(pixel % columns, pixel / columns) - v)
                    <= CORNER_MM);
        }
        return near;
    }

    /** The edge is taken strip by strip, a pixel wide, so that the lesion follows an endplate that is not flat. */
    private BitSet endplate(BitSet body, int columns, BodyAxes axes, double pixelMm) {
        double[] edge = new double[(int) (2 * axes.halfDepth() / pixelMm) + 2];
        Arrays.fill(edge, -Double.MAX_VALUE);
        for (int pixel = body.nextSetBit(0); pixel >= 0; pixel = body.nextSetBit(pixel + 1)) {
            int strip = strip(pixel, columns, axes, pixelMm);
            edge[strip] = Math.max(edge[strip], outwards(pixel, columns, axes));
        }
        BitSet near = new BitSet();
        for (int pixel = body.nextSetBit(0); pixel >= 0; pixel = body.nextSetBit(pixel + 1)) {
            near.set(pixel, edge[strip(pixel, columns, axes, pixelMm)] - outwards(pixel, columns, axes) < ENDPLATE_MM
                    && outwards(pixel, columns, axes) > 0);
        }
        return near;
    }

    private static int strip(int pixel, int columns, BodyAxes axes, double pixelMm) {
        return (int) Math.max(0, (axes.u(pixel % columns, pixel / columns) + axes.halfDepth()) / pixelMm);
    }

    private double outwards(int pixel, int columns, BodyAxes axes) {
        return (upper ? 1 : -1) * axes.v(pixel % columns, pixel / columns);
    }
}
