package spine.report.internal.drawing;

import java.util.List;
import spine.api.image.Vec3;
import spine.common.raster.MaskOutline;

/** What a drawing over a {@link Frame} is drawn on. Points are given in patient LPS mm, lengths on the drawing in mm. */
public interface Canvas {

    /** Where the words of {@link #words} begin. */
    enum Anchor {
        START, MIDDLE, END
    }

    /** Horizontal place of a point on the drawing, mm from the left edge of the image. */
    double x(Vec3 point);

    /** Vertical place, mm from the upper edge of the image. */
    double y(Vec3 point);

    /** Closed loops in the pixel units of {@link MaskOutline}. */
    void outline(List<List<MaskOutline.Point>> loops, Ink ink);

    void line(Vec3 from, Vec3 to, Ink ink);

    /** A unit in the colour of its score, with the score behind it. */
    void unit(UnitMark mark);

    /**
     * @param size height of the letters, mm
     * @param words letters, digits and signs of ASCII
     */
    void words(double x, double y, Anchor anchor, double size, String words);
}
