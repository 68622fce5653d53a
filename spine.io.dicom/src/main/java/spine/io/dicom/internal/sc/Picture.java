package spine.io.dicom.internal.sc;

import java.util.List;
import spine.api.image.Slice;
import spine.common.display.DisplayWindow;
import spine.common.raster.MaskOutline;

/** An image enlarged by a whole number, in colours, to draw on. For one thread. */
final class Picture {
    /** About the height of a window on a screen. */
    private static final double WANTED_PIXELS = 768;

    private final int factor;
    private final int rows;
    private final int columns;
    private final byte[] rgb;

    Picture(Slice slice, DisplayWindow window) {
        factor = (int) Math.max(1, Math.round(WANTED_PIXELS / Math.max(slice.rows(), slice.columns())));
        rows = factor * slice.rows();
        columns = factor * slice.columns();
        rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(rows, columns))];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                byte grey = (byte) window.grey(signal(slice, (row + 0.5) / factor - 0.5, (column + 0.5) / factor - 0.5));
                int at = 3 * (row * columns + column);
                rgb[at] = grey;
                rgb[at + 1] = grey;
                rgb[at + 2] = grey;
            }
        }
    }

    /** Between pixels bilinear. */
    private static double signal(Slice slice, double row, double column) {
        double r = Math.max(0, Math.min(slice.rows() - 1, row));
        double c = Math.max(0, Math.min(slice.columns() - 1, column));
        int top = (int) r;
        int left = (int) c;
        int bottom = Math.min(slice.rows() - 1, top + 1);
        int right = Math.min(slice.columns() - 1, left + 1);
        float[] pixels = slice.pixels();
        double above = pixels[top * slice.columns() + left] * (1 - (c - left)) + pixels[top * slice.columns() + right] * (c - left);
        double below = pixels[bottom * slice.columns() + left] * (1 - (c - left)) + pixels[bottom * slice.columns() + right] * (c - left);
        return above * (1 - (r - top)) + below * (r - top);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** Pixels of the picture for each of the image. */
    int factor() {
        return factor;
    }

    /** Red, green and blue of each pixel, row by row; even if their number is. */
    byte[] rgb() {
        return rgb;
    }

    /** Draws closed loops, given in the pixel units of the image. */
    void outline(List<List<MaskOutline.Point>> loops, int colour) {
        for (List<MaskOutline.Point> loop : loops) {
            for (int i = 0; i < loop.size(); i++) {
                line(loop.get(i), loop.get((i + 1) % loop.size()), colour);
            }
        }
    }

    private void line(MaskOutline.Point from, MaskOutline.Point to, int colour) {
        double dx = factor * (to.x() - from.x());
        double dy = factor * (to.y() - from.y());
        int steps = (int) Math.max(1, Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))));
        for (int i = 0; i <= steps; i++) {
            set((int) Math.floor(factor * from.y() + dy * i / steps), (int) Math.floor(factor * from.x() + dx * i / steps), colour);
        }
    }

    /**
     * Writes letters in twice the size of {@link DotMatrix}.
     *
     * @param row middle of the line, in pixels of the picture
     * @param left where it begins, in pixels of the picture
     */
    void words(String words, int row, int left, int colour) {
        int top = row - DotMatrix.ROWS;
        for (int letter = 0; letter < words.length(); letter++) {
            for (int y = 0; y < 2 * DotMatrix.ROWS; y++) {
                for (int x = 0; x < 2 * DotMatrix.COLUMNS; x++) {
                    if (DotMatrix.isSet(words.charAt(letter), y / 2, x / 2)) {
                        set(top + y, left + 2 * letter * (DotMatrix.COLUMNS + 1) + x, colour);
                    }
                }
            }
        }
    }

    /** How wide {@link #words} writes. */
    static int width(String words) {
        return 2 * words.length() * (DotMatrix.COLUMNS + 1);
    }

    private void set(int row, int column, int colour) {
        if (row >= 0 && column >= 0 && row < rows && column < columns) {
            int at = 3 * (row * columns + column);
            rgb[at] = (byte) (colour >> 16);
            rgb[at + 1] = (byte) (colour >> 8);
            rgb[at + 2] = (byte) colour;
        }
    }
}
