package spine.unet.internal.inference;

import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.PixelBox;

/**
 * Class probabilities in a part of a slice. Not immutable: the values are shared, not copied.
 *
 * @param window part of the prepared slice
 * @param planes {@code [class][row * columns + column]} of the window, background (0) first, 0..1
 */
public record WindowProbabilities(PixelBox window, float[][] planes) {
    /** A probability that is less than half of the smallest step of a map, 1/255, even as the largest value of its surroundings. */
    private static final float NEGLIGIBLE = 1 / 1024f;
    /** Rows. */
    private static final int BAND = 32;

    /** Number of classes, background included. */
    int classes() {
        return planes.length;
    }

    /** Makes this, the mean of all answers but one, the mean of all of them. */
    void average(WindowProbabilities last, int answers) {
        for (int c = 0; c < planes.length; c++) {
            float[] mean = planes[c];
            float[] other = last.planes[c];
            for (int i = 0; i < mean.length; i++) {
                mean[i] += (other[i] - mean[i]) / answers;
            }
        }
    }

    /** Whether another class is more probable than background. */
    boolean isForeground(int pixel) {
        for (int c = 1; c < planes.length; c++) {
            if (planes[c][pixel] > planes[0][pixel]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Outside of them, the class has its probability in plain background, 1 for class 0 and 0 for any other, to within less than half a
     * step of a map.
     *
     * @return parts of the slice, one below the other: a spine is bent, so that several boxes around it are smaller than one
     */
    List<PixelBox> extents(int c) {
        return IntStream.iterate(0, top -> top < window.rows(), top -> top + BAND)
                .mapToObj(top -> extent(c, top, Math.min(window.rows(), top + BAND))).filter(box -> !box.isEmpty()).toList();
    }

    private PixelBox extent(int c, int from, int to) {
        int width = window.columns();
        int top = from;
        while (top < to && first(c, top, width) == width) {
            top++;
        }
        if (top == to) {
            return PixelBox.NONE;
        }
        int bottom = to - 1;
        while (first(c, bottom, width) == width) {
            bottom--;
        }
        int left = width;
        int right = 0;
        for (int row = top; row <= bottom; row++) {
            left = first(c, row, left);
            right = last(c, row, right);
        }
        return new PixelBox(window.top() + top, window.left() + left, bottom - top + 1, right - left + 1);
    }

    /** The first column of a row, before that one, that is not plain background; that one if there is none. */
    private int first(int c, int row, int before) {
        int from = row * window.columns();
        int column = 0;
        while (column < before && isPlain(c, from + column)) {
            column++;
        }
        return column;
    }

    /** The last column of a row, behind that one, that is not plain background; that one if there is none. */
    private int last(int c, int row, int behind) {
        int from = row * window.columns();
        int column = window.columns() - 1;
        while (column > behind && isPlain(c, from + column)) {
            column--;
        }
        return column;
    }

    /** What is not a number is not background either. */
    private boolean isPlain(int c, int pixel) {
        float value = planes[c][pixel];
        return (c == 0 ? 1 - value : value) <= NEGLIGIBLE;
    }
}
