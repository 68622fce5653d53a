package com.example.threshold;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import spine.api.image.Slice;

/**
 * The candidates on one slice. A pixel, averaged with its neighbours, is compared with the mean of a wide window around it:
 * that cancels the shading of the coil. From {@value #CONTRAST} times the mean it is a candidate, with the probability one half;
 * at twice that the probability is 1. Touching candidates make a patch; one below {@value #SMALLEST_MM2} or above
 * {@value #LARGEST_MM2} mm2 is dropped, noise the one, the canal, a vessel or subcutaneous fat the other.
 */
final class OedemaCandidates {
    static final double CONTRAST = 1.6;
    static final double WINDOW_MM = 60;
    static final double SMALLEST_MM2 = 6;
    static final double LARGEST_MM2 = 900;
    static final String RULE = "3 x 3 mean >= " + CONTRAST + " x mean of " + WINDOW_MM + " mm window; patches of " + SMALLEST_MM2
            + " to " + LARGEST_MM2 + " mm2";

    private static final int FULL = 255;

    private final Slice slice;
    private final byte[] probability;

    OedemaCandidates(Slice slice) {
        this.slice = slice;
        this.probability = contrast();
        dropPatches();
    }

    /** 0..255 for each pixel. */
    byte[] probabilities() {
        return probability;
    }

    private byte[] contrast() {
        BoxMean mean = new BoxMean(slice.rows(), slice.columns(), slice.pixels());
        int rows = (int) Math.ceil(WINDOW_MM / 2 / slice.plane().rowSpacing());
        int columns = (int) Math.ceil(WINDOW_MM / 2 / slice.plane().columnSpacing());
        byte[] map = new byte[slice.pixels().length];
        for (int row = 0; row < slice.rows(); row++) {
            for (int column = 0; column < slice.columns(); column++) {
                double around = mean.of(row, column, rows, columns);
                double contrast = around > 0 ? mean.of(row, column, 1, 1) / around : 0;
                if (contrast >= CONTRAST) {
                    map[row * slice.columns() + column] = (byte) Math.round(FULL * Math.min(1, contrast / (2 * CONTRAST)));
                }
            }
        }
        return map;
    }

    private void dropPatches() {
        double pixelArea = slice.plane().pixelArea();
        boolean[] seen = new boolean[probability.length];
        for (int start = 0; start < probability.length; start++) {
            if (probability[start] != 0 && !seen[start]) {
                int[] patch = patch(start, seen);
                double area = patch.length * pixelArea;
                if (area < SMALLEST_MM2 || area > LARGEST_MM2) {
                    Arrays.stream(patch).forEach(pixel -> probability[pixel] = 0);
                }
            }
        }
    }

    private int[] patch(int start, boolean[] seen) {
        int columns = slice.columns();
        Deque<Integer> edge = new ArrayDeque<>();
        int[] found = new int[16];
        int size = 0;
        edge.add(start);
        seen[start] = true;
        while (!edge.isEmpty()) {
            int pixel = edge.poll();
            if (size == found.length) {
                found = Arrays.copyOf(found, 2 * size);
            }
            found[size++] = pixel;
            for (int row = Math.max(0, pixel / columns - 1); row <= Math.min(slice.rows() - 1, pixel / columns + 1); row++) {
                for (int column = Math.max(0, pixel % columns - 1); column <= Math.min(columns - 1, pixel % columns + 1); column++) {
                    int next = row * columns + column;
                    if (probability[next] != 0 && !seen[next]) {
                        seen[next] = true;
                        edge.add(next);
                    }
                }
            }
        }
        return Arrays.copyOf(found, size);
    }
}
