package spine.anatomy.internal.labelling;

import spine.anatomy.internal.classmap.FieldOfView;
import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.VertebralChain;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * Whether the column ends within the field of view, so that its first body is probably C2 and its last one S1, even if the
 * model did not classify them so.
 *
 * @param openAbove there is room for another body above the first one, yet none was found
 * @param openBelow the same below the last one
 * @param canalAboveMm how far the canal can be followed above the first boundary, NaN if the image ends before the canal does
 */
record ColumnEnds(boolean openAbove, boolean openBelow, double canalAboveMm) {
    /** Ends of which nothing is known. */
    static final ColumnEnds UNKNOWN = new ColumnEnds(false, false, Double.NaN);

    /** Room that must be left in the image beyond one more body, mm. Origin: first version. */
    private static final double ROOM_MM = 30;
    /** Length of one more body, in pitches from the last boundary. Origin: first version. */
    private static final double NEXT_BODY = 1.4;
    /** Longest way up that the canal is followed, in bins of {@link #BIN_MM} mm. Origin: bench 2. */
    private static final int BINS = 50;
    private static final int BIN_MM = 4;
    /** Smallest cross-section of the canal, mm2. Origin: bench 2. */
    private static final double LEAST_CANAL_MM2 = 40;

    static ColumnEnds of(SpinalColumn column) {
        VertebralChain first = column.chains().get(0);
        Boundary top = first.boundaries().get(0);
        Vec3 above = top.centre().minus(top.down().times(NEXT_BODY * top.pitchMm() + ROOM_MM));
        int lowest = 0;
        for (int c = 1; c < column.offsets().length; c++) {
            if (column.offsets()[c] + column.chains().get(c).bodies().size()
                    > column.offsets()[lowest] + column.chains().get(lowest).bodies().size()) {
                lowest = c;
            }
        }
        VertebralChain last = column.chains().get(lowest);
        Boundary bottom = last.boundaries().get(last.boundaries().size() - 1);
        Vec3 below = bottom.centre().plus(bottom.down().times(NEXT_BODY * bottom.pitchMm() + ROOM_MM));
        return new ColumnEnds(new FieldOfView(first.map().stack()).margin(above) > 0,
                new FieldOfView(last.map().stack()).margin(below) > 0, canalAbove(first, top));
    }

    private static double canalAbove(VertebralChain chain, Boundary top) {
        SliceStack stack = chain.map().stack();
        double[] volume = new double[BINS];
        chain.map().visitCanal((slice, pixel, point) -> {
            double z = point.z() - top.centre().z();
            if (z >= 0 && z < BINS * BIN_MM) {
                volume[(int) z / BIN_MM] += chain.map().voxelVolume();
            }
        });
        int highest = BINS - 1;
        while (highest > 0 && volume[highest] < LEAST_CANAL_MM2 * BIN_MM) {
            highest--;
        }
        double length = (highest + 0.5) * BIN_MM;
        Vec3 end = top.centre().plus(new Vec3(0, 0, length + ROOM_MM / 2));
        boolean whole = highest > 0 && highest < BINS - 1 && new FieldOfView(stack).margin(end) > 0;
        return whole ? length : Double.NaN;
    }
}
