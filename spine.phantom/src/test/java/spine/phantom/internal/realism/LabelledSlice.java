package spine.phantom.internal.realism;

import java.util.function.IntUnaryOperator;

/**
 * A sagittal slice with outlined vertebral bodies, on pixels of 1 mm.
 *
 * @param pixels row-major
 * @param body number of the body, 0 for none, row-major
 */
record LabelledSlice(int rows, int columns, float[] pixels, int[] body) {

    /**
     * Resamples a slice to 1 mm: the mean of nine points per pixel, and the label at its centre.
     *
     * @param spacing of the given pixels, mm
     * @param label of a given pixel
     */
    static LabelledSlice of(float[] image, int rows, int columns, double spacing, IntUnaryOperator label) {
        int down = (int) (rows * spacing);
        int right = (int) (columns * spacing);
        LabelledSlice slice = new LabelledSlice(down, right, new float[down * right], new int[down * right]);
        for (int r = 0; r < down; r++) {
            for (int c = 0; c < right; c++) {
                float sum = 0;
                for (int k = 0; k < 9; k++) {
                    sum += interpolated(image, rows, columns, (r + (k / 3 - 1) / 3.0) / spacing, (c + (k % 3 - 1) / 3.0) / spacing);
                }
                slice.pixels[r * right + c] = sum / 9;
                int row = Math.min(rows - 1, (int) Math.round(r / spacing));
                int column = Math.min(columns - 1, (int) Math.round(c / spacing));
                slice.body[r * right + c] = label.applyAsInt(row * columns + column);
            }
        }
        return slice;
    }

    private static float interpolated(float[] image, int rows, int columns, double row, double column) {
        double r = Math.max(0, Math.min(rows - 1.001, row));
        double c = Math.max(0, Math.min(columns - 1.001, column));
        int i = (int) r * columns + (int) c;
        float y = (float) (r - (int) r);
        float x = (float) (c - (int) c);
        return (image[i] * (1 - x) + image[i + 1] * x) * (1 - y) + (image[i + columns] * (1 - x) + image[i + columns + 1] * x) * y;
    }

    float at(int row, int column) {
        return pixels[row * columns + column];
    }

    /** The body at a pixel, 0 outside the slice. */
    int bodyAt(int row, int column) {
        return row < 0 || column < 0 || row >= rows || column >= columns ? 0 : body[row * columns + column];
    }
}
