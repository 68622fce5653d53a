package spine.report.internal.drawing;

import java.util.List;
import java.util.Optional;
import spine.api.anatomy.Disc;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.report.ScoringResult;
import spine.api.score.LesionMap;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.common.raster.MaskOutline;
import spine.common.text.Decimals;

/** The slice through the middle of the spine with names, outlines, lesions and all units of the station in the colours of their scores. */
public final class OverviewFigure {
    /** Room for the names in front of the bodies and the scores behind them, mm. */
    private static final double MARGIN_MM = 52;
    private static final double LETTERS_MM = 7.4;

    private final Frame frame;
    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final LesionMap lesions;
    private final List<UnitScore> units;
    private final double highest;

    /** @param stack the station that is drawn */
    public OverviewFigure(ScoringResult result, Score score, int stack) {
        this.stack = result.study().stacks().get(stack);
        this.anatomy = result.anatomy().stacks().get(stack);
        this.lesions = result.lesions().get(stack);
        this.units = score.units().stream().filter(unit -> unit.unit().stack() == stack).toList();
        this.highest = ScoreColour.highest(result, score);
        this.frame = around(result, stack, keySlice());
    }

    /** The whole height of an image and the columns around the spine; the whole image if no body was found. */
    static Frame around(ScoringResult result, int stack, int index) {
        Slice slice = result.study().stacks().get(stack).slices().get(index);
        return new Frame(stack, index, slice, crop(slice, result.anatomy().stacks().get(stack)));
    }

    private static Crop crop(Slice slice, StackAnatomy anatomy) {
        SlicePlane plane = slice.plane();
        if (anatomy.bodies().isEmpty()) {
            return new Crop(0, 0, slice.rows(), slice.columns());
        }
        double left = Double.MAX_VALUE;
        double right = 0;
        for (VertebralBody body : anatomy.bodies()) {
            double column = plane.columnOf(body.centre());
            double reach = (body.depthMm() / 2 + MARGIN_MM) / plane.columnSpacing();
            left = Math.min(left, column - reach);
            right = Math.max(right, column + reach);
        }
        return Crop.within(0, left, slice.rows(), right, slice.rows(), slice.columns());
    }

    /** What it shows. */
    public Frame frame() {
        return frame;
    }

    public void draw(Canvas canvas) {
        for (Disc disc : anatomy.discs()) {
            canvas.outline(outline(StackAnatomy.discCode(disc.level()), disc.centre()), Ink.DISC);
        }
        for (VertebralBody body : anatomy.bodies()) {
            canvas.outline(outline(StackAnatomy.bodyCode(body.level()), body.centre()), Ink.BODY);
        }
        units.forEach(unit -> mark(unit).ifPresent(canvas::unit));
        drawLesions(canvas);
        for (VertebralBody body : anatomy.bodies()) {
            Vec3 front = body.centre().plus(body.anterior().times(body.depthMm() / 2 + 6));
            canvas.words(canvas.x(front), canvas.y(front) + 2.5, Canvas.Anchor.END, LETTERS_MM, body.level().name());
        }
    }

    /** What is left of it where there is no room for outlines and names: lesions, and units above 0. */
    public void drawScores(Canvas canvas) {
        units.stream().filter(unit -> unit.score() > 0).forEach(unit -> mark(unit).ifPresent(canvas::unit));
        drawLesions(canvas);
    }

    private void drawLesions(Canvas canvas) {
        byte[] lesion = anyLesion();
        canvas.outline(MaskOutline.of(stack.rows(), stack.columns(), pixel -> lesion[pixel] != 0), Ink.LESION);
    }

    private Optional<UnitMark> mark(UnitScore unit) {
        return UnitShape.of(unit.unit().level(), anatomy).map(shape -> {
            Vec3 back = shape.back(shape.above()).plus(shape.back(shape.below())).times(0.5).minus(shape.above().anterior().times(2));
            return new UnitMark(unit.unit().level().label(), shape.box(), back, Decimals.atMost(unit.score(), 2, "-"), unit.score() > 0,
                    ScoreColour.of(unit.score(), highest));
        });
    }

    /** What it shows, in words. */
    public String alternative() {
        long scoring = units.stream().filter(unit -> unit.score() > 0).count();
        return "Station " + (frame.stack() + 1) + ", sagittal slice " + (frame.index() + 1) + " of " + stack.slices().size() + " with "
                + (anatomy.bodies().isEmpty() ? "no vertebra found"
                        : "vertebrae " + anatomy.bodies().get(0).level() + " to "
                                + anatomy.bodies().get(anatomy.bodies().size() - 1).level() + " outlined; of " + units.size() + " units "
                                + scoring + " score above 0");
    }

    /** The slice nearest to the middle of all bodies, or of the stack. */
    private int keySlice() {
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
    private List<List<MaskOutline.Point>> outline(byte code, Vec3 centre) {
        return MaskOutline.of(stack.columns(), anatomy.structures()[clamp(indexOf(centre))], code);
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
}
