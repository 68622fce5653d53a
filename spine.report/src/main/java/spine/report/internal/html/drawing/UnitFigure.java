package spine.report.internal.html.drawing;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.VertebralBody;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.score.LesionMap;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** The slices that make the score of one unit, close up, with the lines that cut its quadrants. */
public final class UnitFigure {
    private final SliceStack stack;
    private final StackAnatomy anatomy;
    private final LesionMap lesions;
    private final UnitScore unit;

    /** @param stack the stack the unit is scored on */
    public UnitFigure(SliceStack stack, StackAnatomy anatomy, LesionMap lesions, UnitScore unit) {
        this.stack = stack;
        this.anatomy = anatomy;
        this.lesions = lesions;
        this.unit = unit;
    }

    /** A row of figures; empty if the bodies of the unit are not known in this stack. */
    public String html() throws IOException {
        UnitShape shape = UnitShape.of(unit.unit().level(), anatomy).orElse(null);
        if (shape == null) {
            return "";
        }
        StringBuilder html = new StringBuilder("<div class=\"strip\">");
        for (int index = 0; index < stack.slices().size(); index++) {
            String image = stack.slices().get(index).sopInstanceUid();
            if (unit.window().contains(image)) {
                Optional<SliceFinding> finding =
                        unit.slices().stream().filter(slice -> slice.sopInstanceUid().equals(image)).findFirst();
                html.append("<figure>").append(picture(shape, index, finding)).append(caption(index + 1, finding))
                        .append("</figure>");
            }
        }
        return html.append("</div>").toString();
    }

    private String picture(UnitShape shape, int index, Optional<SliceFinding> finding) throws IOException {
        Slice slice = stack.slices().get(index);
        SlicePlane plane = slice.plane();
        double half = shape.halfExtent();
        double column = plane.columnOf(shape.centre());
        double row = plane.rowOf(shape.centre());
        Crop crop = Crop.within(row - half / plane.rowSpacing(), column - half / plane.columnSpacing(),
                row + half / plane.rowSpacing(), column + half / plane.columnSpacing(), slice.rows(), slice.columns());
        SliceCanvas canvas = new SliceCanvas(slice, crop, DisplayWindow.of(slice));
        byte[] structures = anatomy.structures()[index];
        byte above = StackAnatomy.bodyCode(shape.above().level());
        byte below = StackAnatomy.bodyCode(shape.below().level());
        byte[] lesion = lesions.lesion()[index];
        canvas.outline(outline(pixel -> structures[pixel] == above), "body");
        canvas.outline(outline(pixel -> structures[pixel] == below), "body");
        canvas.outline(outline(pixel -> lesion[pixel] != 0 && StackAnatomy.isBody(structures[pixel])), "lesion");
        cut(canvas, shape, shape.above(), shape.above().lower().centre());
        cut(canvas, shape, shape.below(), shape.below().upper().centre());
        name(canvas, shape, shape.above());
        name(canvas, shape, shape.below());
        return canvas.svg(unit.unit().level().label() + ", " + QuadrantGlyph.words(index + 1, finding));
    }

    private String outline(IntPredicate inside) {
        return MaskContour.path(stack.rows(), stack.columns(), inside);
    }

    /** The middle of the body, where the unit ends, and the line between front and back. */
    private static void cut(SliceCanvas canvas, UnitShape shape, VertebralBody body, Vec3 endplate) {
        canvas.line(shape.front(body), shape.back(body), "cut").line(body.centre(), endplate, "cut");
    }

    private static void name(SliceCanvas canvas, UnitShape shape, VertebralBody body) {
        Vec3 front = shape.front(body);
        canvas.words(Math.max(1.5, canvas.x(front) - 9), canvas.y(front) + 1.2, "start", "name small", body.level().name());
    }

    private static String caption(int number, Optional<SliceFinding> finding) {
        String measured = finding.map(signs -> "<b>" + QuadrantGlyph.words(signs) + "</b><br>"
                + Markup.number(signs.areaMm2(), 0) + " mm², reaching " + Markup.fixed(signs.depthMm(), 1) + " mm"
                + brightness(signs.intensityRatio()))
                .orElse("clean");
        return "<figcaption>" + QuadrantGlyph.svg(number, finding) + "<span>Slice " + number + ": " + measured + "</span></figcaption>";
    }

    private static String brightness(double ratio) {
        if (Double.isNaN(ratio)) {
            return "";
        }
        return ratio > 0 ? ", " + Markup.fixed(ratio, 2) + " of fluid signal" : ", no fluid reference";
    }
}
