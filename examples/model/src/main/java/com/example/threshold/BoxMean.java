package com.example.threshold;

/** Means over rectangles of an image in constant time, by sums of everything above and to the left. */
final class BoxMean {
    private final int rows;
    private final int columns;
    private final double[] sums;

    /** @param pixels {@code row * columns + column} */
    BoxMean(int rows, int columns, float[] pixels) {
        this.rows = rows;
        this.columns = columns;
        this.sums = new double[(rows + 1) * (columns + 1)];
        for (int row = 0; row < rows; row++) {
            double line = 0;
            for (int column = 0; column < columns; column++) {
                line += pixels[row * columns + column];
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line;
            }
        }
    }

    /** The mean over the pixels at most so many rows and columns away, as far as the image goes. */
    double of(int row, int column, int reachRows, int reachColumns) {
        int top = Math.max(0, row - reachRows);
        int bottom = Math.min(rows, row + reachRows + 1);
        int left = Math.max(0, column - reachColumns);
        int right = Math.min(columns, column + reachColumns + 1);
        double sum = sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left);
        return sum / ((bottom - top) * (right - left));
    }

    private double sum(int row, int column) {
        return sums[row * (columns + 1) + column];
    }
}
