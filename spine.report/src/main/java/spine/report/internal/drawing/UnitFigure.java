package spine.report.internal.drawing;

import java.util.Optional;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;
import spine.api.score.SliceFinding;

/** Slices of one unit, close up, with the lines that cut its quadrants. */
public final class UnitFigure {
    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final LesionMap lesions;
    private final DiscLevel level;
    private final UnitShape shape;

    private UnitFigure(SliceStack stack, StackAnatomy anatomy, LesionMap lesions, DiscLevel level, UnitShape shape) {
        this.stack = stack;
        this.anatomy = anatomy;
        this.lesions = lesions;
        this.level = level;
        this.shape = shape;
    }

    /**
     * Empty if the bodies of the unit are not known in this stack.
     *
     * @param stack the stack the unit is scored on
     */
    public static Optional<UnitFigure> of(SliceStack stack, StackAnatomy anatomy, LesionMap lesions, DiscLevel level) {
        return UnitShape.of(level, anatomy).map(shape -> new UnitFigure(stack, anatomy, lesions, level, shape));
    }

    /**
     * One slice as an SVG element.
     *
     * @param index of the slice in its stack, from 0
     * @param finding empty for a slice without positive quadrant
     */
    public String svg(int index, Optional<SliceFinding> finding) {
        Slice slice = stack.slices().get(index);
        SliceCanvas canvas = new SliceCanvas(slice, crop(slice), DisplayWindow.of(slice),
                level.label() + ", " + QuadrantGlyph.words(index + 1, finding));
        byte[] structures = anatomy.structures()[index];
        byte[] lesion = lesions.lesion()[index];
        canvas.outline(MaskContour.path(stack.columns(), structures, StackAnatomy.bodyCode(shape.above().level())), "body");
        canvas.outline(MaskContour.path(stack.columns(), structures, StackAnatomy.bodyCode(shape.below().level())), "body");
        canvas.outline(MaskContour.path(stack.rows(), stack.columns(),
                pixel -> lesion[pixel] != 0 && StackAnatomy.isBody(structures[pixel])), "lesion");
        cut(canvas, shape.above(), shape.above().lower().centre());
        cut(canvas, shape.below(), shape.below().upper().centre());
        name(canvas, shape.above());
        name(canvas, shape.below());
        return canvas.markup();
    }

    private Crop crop(Slice slice) {
        SlicePlane plane = slice.plane();
        double half = shape.halfExtent();
        double column = plane.columnOf(shape.centre());
        double row = plane.rowOf(shape.centre());
        return Crop.within(row - half / plane.rowSpacing(), column - half / plane.columnSpacing(),
                row + half / plane.rowSpacing(), column + half / plane.columnSpacing(), slice.rows(), slice.columns());
    }

    /** The middle of the body, where the unit ends, and the line between front and back. */
    private void cut(SliceCanvas canvas, VertebralBody body, Vec3 endplate) {
        canvas.line(shape.front(body), shape.back(body), "cut").line(body.centre(), endplate, "cut");
    }

    private void name(SliceCanvas canvas, VertebralBody body) {
        Vec3 front = shape.front(body);
        canvas.words(Math.max(1.5, canvas.x(front) - 9), canvas.y(front) + 1.2, "start", "name small", body.level().name());
    }
}
