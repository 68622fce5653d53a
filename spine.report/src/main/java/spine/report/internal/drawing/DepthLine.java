package spine.report.internal.drawing;

import java.util.Optional;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.api.report.ScoringResult;
import spine.api.score.HalfBody;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/**
 * The depth of a lesion as an index measured it: from an endplate of the unit to the furthest pixel of the lesion.
 *
 * @param endplate the point of the endplate's plane above or below that pixel, patient LPS mm
 * @param deepest the far edge of that pixel, patient LPS mm
 * @param mm the depth
 */
record DepthLine(Vec3 endplate, Vec3 deepest, double mm) {
    /** What is further off is another measure of depth. */
    private static final double TOLERANCE_MM = 0.1;

    /**
     * Looks for the pixel of a lesion that lies as deep as the index says.
     *
     * @param index of the slice
     * @return empty if there is none: the index has another measure of depth
     */
    static Optional<DepthLine> of(ScoringResult result, UnitScore unit, int index, SliceFinding signs) {
        int stack = unit.unit().stack();
        Slice slice = result.study().stacks().get(stack).slices().get(index);
        StackAnatomy anatomy = result.anatomy().stacks().get(stack);
        byte[] structures = anatomy.structures()[index];
        byte[] lesion = result.lesions().get(stack).lesion()[index];
        DepthLine nearest = null;
        double off = TOLERANCE_MM;
        for (HalfBody half : HalfBody.of(unit.unit().level(), anatomy)) {
            Vec3 outward = half.endplate().outward();
            double edge = halfPixel(slice.plane(), outward);
            for (int pixel = 0; pixel < lesion.length; pixel++) {
                if (lesion[pixel] != 0 && structures[pixel] == half.code()) {
                    Vec3 point = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
                    double depth = half.endplate().depthOf(point) + edge;
                    if (Math.abs(depth - signs.depthMm()) < off) {
                        off = Math.abs(depth - signs.depthMm());
                        Vec3 deepest = point.minus(outward.times(edge));
                        nearest = new DepthLine(deepest.plus(outward.times(depth)), deepest, signs.depthMm());
                    }
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** From the middle of a pixel to its edge. */
    private static double halfPixel(SlicePlane plane, Vec3 direction) {
        return Math.hypot(plane.alongRow().dot(direction) * plane.columnSpacing(),
                plane.alongColumn().dot(direction) * plane.rowSpacing()) / 2;
    }
}
