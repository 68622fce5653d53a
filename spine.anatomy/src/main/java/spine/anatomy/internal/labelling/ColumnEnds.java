package spine.anatomy.internal.labelling;

import spine.anatomy.internal.tracing.Boundary;
import spine.anatomy.internal.tracing.FieldOfView;
import spine.anatomy.internal.tracing.TissueClass;
import spine.anatomy.internal.tracing.VertebralChain;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

/**
 * Whether the column ends in the middle of the picture, so that its first body is probably C2 and its last one S1, even if
 * the model has not marked them.
 *
 * @param openAbove there is room for another body above the first one, yet none was found
 * @param openBelow the same below the last one
 * @param canalAboveMm how far the canal can be followed above the first boundary, NaN if the picture ends before the canal does
 */
record ColumnEnds(boolean openAbove, boolean openBelow, double canalAboveMm) {
    private static final double ROOM_MM = 30;
    private static final int BINS = 50;
    private static final int BIN_MM = 4;
    private static final double LEAST_CANAL_MM2 = 40;

    static ColumnEnds of(SpinalColumn column) {
        VertebralChain first = column.chains().get(0);
        Boundary top = first.boundaries().get(0);
        Vec3 above = top.centre().minus(top.down().times(1.4 * top.pitchMm() + ROOM_MM));
        int lowest = 0;
        for (int c = 1; c < column.offsets().length; c++) {
            if (column.offsets()[c] + column.chains().get(c).bodies().size()
                    > column.offsets()[lowest] + column.chains().get(lowest).bodies().size()) {
                lowest = c;
            }
        }
        VertebralChain last = column.chains().get(lowest);
        Boundary bottom = last.boundaries().get(last.boundaries().size() - 1);
        Vec3 below = bottom.centre().plus(bottom.down().times(1.4 * bottom.pitchMm() + ROOM_MM));
        return new ColumnEnds(new FieldOfView(first.map().stack()).margin(above) > 0,
                new FieldOfView(last.map().stack()).margin(below) > 0, canalAbove(first, top));
    }

    private static double canalAbove(VertebralChain chain, Boundary top) {
        SliceStack stack = chain.map().stack();
        double[] volume = new double[BINS];
        double voxel = stack.plane().pixelArea() * stack.sliceSpacing();
        for (int s = 0; s < stack.slices().size(); s++) {
            byte[] tissue = chain.map().tissue()[s];
            SlicePlane plane = stack.slices().get(s).plane();
            for (int i = 0; i < tissue.length; i++) {
                if (tissue[i] == TissueClass.CANAL) {
                    double z = plane.toPatient(i % stack.columns(), i / stack.columns()).z() - top.centre().z();
                    if (z >= 0 && z < BINS * BIN_MM) {
                        volume[(int) z / BIN_MM] += voxel;
                    }
                }
            }
        }
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
