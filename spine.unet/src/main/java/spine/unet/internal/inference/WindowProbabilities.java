package spine.unet.internal.inference;

import spine.api.image.PixelBox;

/**
 * Class probabilities in a part of a slice. Not immutable: the values are shared, not copied.
 *
 * @param window part of the prepared slice
 * @param classes number of classes, background (0) included
 * @param values {@code [row][column][class]} of the window in one row, 0..1
 */
public record WindowProbabilities(PixelBox window, int classes, float[] values) {
    /** A probability that is less than half of the smallest step of a map, 1/255, even as the largest value of its surroundings. */
    private static final float NEGLIGIBLE = 1 / 1024f;

    /** Makes this, the mean of all answers but one, the mean of all of them. */
    void average(WindowProbabilities last, int answers) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (last.values[i] - values[i]) / answers;
        }
    }

    /** Whether another class is more probable than background. */
    boolean isForeground(int pixel) {
        int at = pixel * classes;
        for (int c = 1; c < classes; c++) {
            if (values[at + c] > values[at]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Outside of it, the class has its probability in plain background, 1 for class 0 and 0 for any other, to within less than half a step
     * of a map.
     *
     * @return part of the slice; empty if the window is plain background for the class
     */
    PixelBox extent(int c) {
        int top = -1;
        int bottom = 0;
        int left = window.columns();
        int right = 0;
        int at = c;
        for (int row = 0; row < window.rows(); row++) {
            int first = -1;
            int last = 0;
            for (int column = 0; column < window.columns(); column++, at += classes) {
                float value = c == 0 ? 1 - values[at] : values[at];
                if (!(value <= NEGLIGIBLE)) { // what is not a number is not background either
                    first = first < 0 ? column : first;
                    last = column;
                }
            }
            if (first >= 0) {
                top = top < 0 ? row : top;
                bottom = row;
                left = Math.min(left, first);
                right = Math.max(right, last);
            }
        }
        return top < 0 ? PixelBox.NONE : new PixelBox(window.top() + top, window.left() + left, bottom - top + 1, right - left + 1);
    }

    /** @return {@code [row * columns + column]} of a class in a part of the window */
    public float[] plane(int c, PixelBox part) {
        float[] plane = new float[part.rows() * part.columns()];
        for (int row = 0; row < part.rows(); row++) {
            int from = ((part.top() - window.top() + row) * window.columns() + part.left() - window.left()) * classes + c;
            int to = row * part.columns();
            for (int column = 0; column < part.columns(); column++) {
                plane[to + column] = values[from + column * classes];
            }
        }
        return plane;
    }
}
