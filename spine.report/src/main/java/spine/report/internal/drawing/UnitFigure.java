package spine.report.internal.drawing;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.report.ScoringResult;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.common.raster.MaskOutline;
import spine.common.text.Decimals;

/** Slices of one unit, close up, with the lines that cut its quadrants, the depth of its lesions, and the canal behind it. */
public final class UnitFigure {
    /** So many slices make a score; a unit without one is shown on as many. */
    private static final int SLICES = 3;
    private static final double LETTERS_MM = 3.4;
    /** Room for a depth in letters of any font. */
    private static final double LABEL_MM = 13;

    private final ScoringResult result;
    private final UnitScore unit;
    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final UnitShape shape;

    private UnitFigure(ScoringResult result, UnitScore unit, UnitShape shape) {
        this.result = result;
        this.unit = unit;
        this.stack = result.study().stacks().get(unit.unit().stack());
        this.anatomy = result.anatomy().stacks().get(unit.unit().stack());
        this.shape = shape;
    }

    /** Empty if the unit is not in view, or its bodies are not known in its stack. */
    public static Optional<UnitFigure> of(ScoringResult result, UnitScore unit) {
        return !unit.unit().present() ? Optional.empty()
                : UnitShape.of(unit.unit().level(), result.anatomy().stacks().get(unit.unit().stack()))
                        .map(shape -> new UnitFigure(result, unit, shape));
    }

    /** Indices of the slices that make its score; without a score, of those through its middle. */
    public List<Integer> slices() {
        List<Integer> scored = IntStream.range(0, stack.slices().size())
                .filter(i -> unit.window().contains(stack.slices().get(i).sopInstanceUid())).boxed().toList();
        if (!scored.isEmpty()) {
            return scored;
        }
        int middle = (int) Math.round(stack.plane().distanceOf(shape.centre()) / stack.sliceSpacing());
        int first = Math.max(0, Math.min(stack.slices().size() - SLICES, middle - SLICES / 2));
        return IntStream.range(first, Math.min(stack.slices().size(), first + SLICES)).boxed().toList();
    }

    /** What the index found on a slice; empty for one without positive quadrant. */
    public Optional<SliceFinding> finding(int index) {
        String image = stack.slices().get(index).sopInstanceUid();
        return unit.slices().stream().filter(slice -> slice.sopInstanceUid().equals(image)).findFirst();
    }

    /** What a drawing of the slice shows. */
    public Frame frame(int index) {
        Slice slice = stack.slices().get(index);
        SlicePlane plane = slice.plane();
        double half = shape.halfExtent();
        double column = plane.columnOf(shape.centre());
        double row = plane.rowOf(shape.centre());
        return new Frame(unit.unit().stack(), index, slice, Crop.within(row - half / plane.rowSpacing(),
                column - half / plane.columnSpacing(), row + half / plane.rowSpacing(), column + half / plane.columnSpacing(), slice.rows(),
                slice.columns()));
    }

    /** Draws what was found on a slice. */
    public void draw(int index, Canvas canvas) {
        Frame frame = frame(index);
        byte[] structures = anatomy.structures()[index];
        byte[] canal = anatomy.canal()[index];
        byte[] lesion = result.lesions().get(unit.unit().stack()).lesion()[index];
        canvas.outline(MaskOutline.of(stack.rows(), stack.columns(), pixel -> canal[pixel] != 0 && shown(frame.crop(), pixel)), Ink.CANAL);
        canvas.outline(MaskOutline.of(stack.columns(), structures, StackAnatomy.bodyCode(shape.above().level())), Ink.BODY);
        canvas.outline(MaskOutline.of(stack.columns(), structures, StackAnatomy.bodyCode(shape.below().level())), Ink.BODY);
        canvas.outline(MaskOutline.of(stack.rows(), stack.columns(), pixel -> lesion[pixel] != 0
                && StackAnatomy.isBody(structures[pixel]) && shown(frame.crop(), pixel)), Ink.LESION);
        cut(canvas, shape.above(), shape.above().lower().centre());
        cut(canvas, shape.below(), shape.below().upper().centre());
        finding(index).flatMap(signs -> DepthLine.of(result, unit, index, signs)).ifPresent(depth -> {
            canvas.line(depth.endplate(), depth.deepest(), Ink.DEPTH);
            // Behind the body, where it hides no marrow.
            double behind = Math.min(frame.left() + frame.width() - LABEL_MM,
                    Math.max(canvas.x(shape.back(shape.above())), canvas.x(shape.back(shape.below()))) + 2);
            canvas.words(behind, canvas.y(depth.deepest()) + 1.2, Canvas.Anchor.START, LETTERS_MM, Decimals.fixed(depth.mm(), 1, "")
                    + " mm");
        });
        name(frame, canvas, shape.above());
        name(frame, canvas, shape.below());
    }

    private boolean shown(Crop crop, int pixel) {
        int row = pixel / stack.columns() - crop.firstRow();
        int column = pixel % stack.columns() - crop.firstColumn();
        return row >= 0 && row < crop.rows() && column >= 0 && column < crop.columns();
    }

    /** The middle of the body, where the unit ends, and the line between front and back. */
    private void cut(Canvas canvas, VertebralBody body, Vec3 endplate) {
        canvas.line(shape.front(body), shape.back(body), Ink.GRID);
        canvas.line(body.centre(), endplate, Ink.GRID);
    }

    private void name(Frame frame, Canvas canvas, VertebralBody body) {
        Vec3 front = shape.front(body);
        canvas.words(Math.max(frame.left() + 1, canvas.x(front) - 9), canvas.y(front) + 1.2, Canvas.Anchor.START, LETTERS_MM,
                body.level().name());
    }
}
