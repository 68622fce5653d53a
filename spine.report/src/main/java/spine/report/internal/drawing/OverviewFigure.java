package spine.report.internal.drawing;

import java.util.List;
import spine.api.anatomy.Disc;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;
import spine.api.score.UnitScore;
import spine.common.text.Decimals;

/** The slice through the middle of the spine with names, outlines, lesions and the units that score. */
public final class OverviewFigure {
    /** Room for the names in front of the bodies and the scores behind them, mm. */
    private static final double MARGIN_MM = 52;

    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final LesionMap lesions;
    private final List<UnitScore> units;

    /** @param units the units that are scored on this stack */
    public OverviewFigure(SliceStack stack, StackAnatomy anatomy, LesionMap lesions, List<UnitScore> units) {
        this.stack = stack;
        this.anatomy = anatomy;
        this.lesions = lesions;
        this.units = units;
    }

    public String svg() {
        int key = keySlice();
        Slice slice = stack.slices().get(key);
        SliceCanvas canvas = new SliceCanvas(slice, crop(slice.plane()), DisplayWindow.of(slice), alternative(key));
        for (Disc disc : anatomy.discs()) {
            canvas.outline(outline(StackAnatomy.discCode(disc.level()), disc.centre()), "disc");
        }
        for (VertebralBody body : anatomy.bodies()) {
            canvas.outline(outline(StackAnatomy.bodyCode(body.level()), body.centre()), "body");
        }
        byte[] lesion = anyLesion();
        canvas.outline(MaskContour.path(stack.rows(), stack.columns(), pixel -> lesion[pixel] != 0), "lesion");
        for (UnitScore unit : units) {
            if (unit.score() > 0) {
                UnitShape.of(unit.unit().level(), anatomy).ifPresent(shape -> mark(canvas, shape, unit));
            }
        }
        for (VertebralBody body : anatomy.bodies()) {
            Vec3 front = body.centre().plus(body.anterior().times(body.depthMm() / 2 + 6));
            canvas.words(canvas.x(front), canvas.y(front) + 2.5, "end", "name", body.level().name());
        }
        return canvas.markup();
    }

    private static void mark(SliceCanvas canvas, UnitShape shape, UnitScore unit) {
        Vec3 back = shape.back(shape.above()).plus(shape.back(shape.below())).times(0.5)
                .minus(shape.above().anterior().times(2));
        canvas.polygon(shape.box(), "unit");
        canvas.badge(canvas.x(back), canvas.y(back), Decimals.atMost(unit.score(), 2, "–"));
    }

    private String alternative(int key) {
        long scoring = units.stream().filter(unit -> unit.score() > 0).count();
        return "Sagittal slice " + (key + 1) + " of " + stack.slices().size() + " with "
                + (anatomy.bodies().isEmpty() ? "no vertebra found"
                        : "vertebrae " + anatomy.bodies().get(0).level() + " to "
                                + anatomy.bodies().get(anatomy.bodies().size() - 1).level() + " outlined and " + scoring
                                + " scoring units boxed");
    }

    /** The slice nearest to the middle of all bodies, or of the stack. */
    public int keySlice() {
        double mean = anatomy.bodies().stream().mapToDouble(body -> indexOf(body.centre())).average()
                .orElse((stack.slices().size() - 1) / 2.0);
        return clamp(mean);
    }

    private double indexOf(Vec3 point) {
        return stack.plane().distanceOf(point) / stack.sliceSpacing();
    }

    private int clamp(double index) {
        return (int) Math.max(0, Math.min(stack.slices().size() - 1, Math.round(index)));
    }

    /** The outline on the slice through the structure's own centre, since a curved spine leaves the key slice. */
    private String outline(byte code, Vec3 centre) {
        return MaskContour.path(stack.columns(), anatomy.structures()[clamp(indexOf(centre))], code);
    }

    /** By pixel, 0 where no slice has a lesion. */
    private byte[] anyLesion() {
        byte[] any = new byte[stack.rows() * stack.columns()];
        for (byte[] slice : lesions.lesion()) {
            for (int i = 0; i < any.length; i++) {
                any[i] |= slice[i];
            }
        }
        return any;
    }

    /** The whole height and the columns around the spine; the whole image if no body was found. */
    private Crop crop(SlicePlane plane) {
        if (anatomy.bodies().isEmpty()) {
            return new Crop(0, 0, stack.rows(), stack.columns());
        }
        double left = Double.MAX_VALUE;
        double right = 0;
        for (VertebralBody body : anatomy.bodies()) {
            double column = plane.columnOf(body.centre());
            double reach = (body.depthMm() / 2 + MARGIN_MM) / plane.columnSpacing();
            left = Math.min(left, column - reach);
            right = Math.max(right, column + reach);
        }
        return Crop.within(0, left, stack.rows(), right, stack.rows(), stack.columns());
    }
}
