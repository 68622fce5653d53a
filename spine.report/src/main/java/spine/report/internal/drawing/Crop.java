package spine.report.internal.drawing;

/**
 * A rectangle of pixels.
 *
 * @param firstRow first row, inclusive
 * @param firstColumn first column, inclusive
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 */
public record Crop(int firstRow, int firstColumn, int rows, int columns) {

    /** The part of the rectangle between the (fractional) bounds that lies inside the image. */
    static Crop within(double top, double left, double bottom, double right, int imageRows, int imageColumns) {
        int firstRow = clamp((int) Math.floor(top), imageRows - 1);
        int firstColumn = clamp((int) Math.floor(left), imageColumns - 1);
        int lastRow = Math.max(firstRow, clamp((int) Math.ceil(bottom), imageRows - 1));
        int lastColumn = Math.max(firstColumn, clamp((int) Math.ceil(right), imageColumns - 1));
        return new Crop(firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
    }

    private static int clamp(int value, int highest) {
        return Math.max(0, Math.min(highest, value));
    }
}
