package spine.report.internal.drawing;

import spine.api.image.Slice;

/**
 * The part of an image that a drawing shows.
 *
 * @param stack index of its stack
 * @param index of the slice in the stack
 * @param crop the pixels that are shown
 */
public record Frame(int stack, int index, Slice slice, Crop crop) {

    /** Left edge of what is shown, mm from that of the image. */
    public double left() {
        return crop.firstColumn() * slice.plane().columnSpacing();
    }

    /** Upper edge of what is shown, mm from that of the image. */
    public double top() {
        return crop.firstRow() * slice.plane().rowSpacing();
    }

    /** In mm. */
    public double width() {
        return crop.columns() * slice.plane().columnSpacing();
    }

    /** In mm. */
    public double height() {
        return crop.rows() * slice.plane().rowSpacing();
    }
}
