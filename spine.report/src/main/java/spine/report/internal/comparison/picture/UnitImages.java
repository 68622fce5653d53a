package spine.report.internal.comparison.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.report.ScoringResult;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.common.display.DisplayWindow;
import spine.common.raster.MaskOutline;
import spine.common.svg.SvgWriter;
import spine.common.text.Decimals;
import spine.report.internal.drawing.MaskContour;
import spine.report.internal.drawing.UnitShape;

/**
 * The slices of a unit at one time point, in its frame: small enough to keep while the images of the study are given up.
 *
 * @param window number of the window that they are shown in
 * @param degrees how far they were turned in their plane to stand as at the first time point
 * @param slices those that lie in the vertebra, in the order of the stack
 */
record UnitImages(int window, double degrees, List<UnitSlice> slices) {
    /** No vertebra reaches further from its middle, mm. */
    private static final double REACH_MM = 28;

    /**
     * @param unit at this time point, in view
     * @param tilt of the unit at the first time point, radians
     * @param halfExtent half the side of the picture, mm
     * @param windows one for each stack
     * @param firstWindow number of the window of the first stack
     */
    static Optional<UnitImages> of(ScoringResult result, UnitScore unit, double tilt, double halfExtent, List<DisplayWindow> windows,
            int firstWindow) {
        int stack = unit.unit().stack();
        StackAnatomy anatomy = result.anatomy().stacks().get(stack);
        return UnitShape.of(unit.unit().level(), anatomy).map(shape -> {
            UnitFrame frame = UnitFrame.of(shape, tilt, halfExtent);
            List<UnitSlice> slices = new ArrayList<>();
            SliceStack images = result.study().stacks().get(stack);
            for (int i = 0; i < images.slices().size(); i++) {
                Slice slice = images.slices().get(i);
                if (Math.abs(frame.left(slice.plane())) <= REACH_MM) {
                    byte[] lesion = result.lesions().get(stack).lesion()[i];
                    slices.add(new UnitSlice(i + 1, frame.left(slice.plane()), unit.window().contains(slice.sopInstanceUid()),
                            finding(unit, slice), grey(slice, frame, windows.get(stack)), outlines(slice, frame, shape,
                            anatomy.structures()[i], lesion)));
                }
            }
            return new UnitImages(firstWindow + stack, Math.toDegrees(UnitFrame.tilt(shape) - tilt), slices);
        });
    }

    private static Optional<SliceFinding> finding(UnitScore unit, Slice slice) {
        return unit.slices().stream().filter(of -> of.sopInstanceUid().equals(slice.sopInstanceUid())).findFirst();
    }

    private static byte[] grey(Slice slice, UnitFrame frame, DisplayWindow window) {
        byte[] grey = new byte[UnitSlice.PIXELS * UnitSlice.PIXELS];
        double step = 2 * frame.halfExtent() / UnitSlice.PIXELS;
        for (int i = 0; i < grey.length; i++) {
            Vec3 point = frame.at((i % UnitSlice.PIXELS + 0.5) * step, (i / UnitSlice.PIXELS + 0.5) * step);
            grey[i] = (byte) sample(slice, slice.plane().columnOf(point), slice.plane().rowOf(point), window);
        }
        return grey;
    }

    /** Between four pixels linear; black where there is no image. */
    private static int sample(Slice slice, double column, double row, DisplayWindow window) {
        int c = (int) Math.floor(column);
        int r = (int) Math.floor(row);
        if (c < 0 || r < 0 || c + 1 >= slice.columns() || r + 1 >= slice.rows()) {
            return 0;
        }
        int at = r * slice.columns() + c;
        float[] pixels = slice.pixels();
        double across = column - c;
        double upper = pixels[at] + across * (pixels[at + 1] - pixels[at]);
        double lower = pixels[at + slice.columns()] + across * (pixels[at + slice.columns() + 1] - pixels[at + slice.columns()]);
        return window.grey(upper + (row - r) * (lower - upper));
    }

    private static String outlines(Slice slice, UnitFrame frame, UnitShape shape, byte[] structures, byte[] lesion) {
        SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 3, "0"));
        svg.open("g").with("transform", matrix(slice.plane(), frame));
        for (VertebralBody body : List.of(shape.above(), shape.below())) {
            byte code = StackAnatomy.bodyCode(body.level());
            path(svg, "body", slice, pixel -> structures[pixel] == code);
        }
        path(svg, "lesion", slice, pixel -> lesion[pixel] != 0 && StackAnatomy.isBody(structures[pixel]) && shows(slice, frame, pixel));
        return svg.close().toString();
    }

    private static void path(SvgWriter svg, String style, Slice slice, IntPredicate inside) {
        String path = MaskContour.path(MaskOutline.of(slice.rows(), slice.columns(), inside));
        if (!path.isEmpty()) {
            svg.open("path").with("class", style).with("d", path).close();
        }
    }

    private static boolean shows(Slice slice, UnitFrame frame, int pixel) {
        Vec3 point = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
        double side = 2 * frame.halfExtent();
        return frame.x(point) >= 0 && frame.x(point) <= side && frame.y(point) >= 0 && frame.y(point) <= side;
    }

    /** From the pixel units of outlines, whose origin is the corner of the first pixel, to mm of the picture. */
    private static String matrix(SlicePlane plane, UnitFrame frame) {
        Vec3 origin = plane.toPatient(-0.5, -0.5);
        Vec3 column = plane.alongRow().times(plane.columnSpacing());
        Vec3 row = plane.alongColumn().times(plane.rowSpacing());
        return String.format(Locale.ROOT, "matrix(%.5f %.5f %.5f %.5f %.3f %.3f)", column.dot(frame.back()), column.dot(frame.down()),
                row.dot(frame.back()), row.dot(frame.down()), frame.x(origin), frame.y(origin));
    }
}
