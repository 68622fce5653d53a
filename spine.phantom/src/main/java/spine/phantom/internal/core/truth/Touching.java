package spine.phantom.internal.core.truth;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Pixels of one image that touch each other, across corners too. */
final class Touching {
    private Touching() {
    }

    /**
     * @param pixel indices {@code row * columns + column}, ascending
     * @return the number of the patch of every pixel, from 0
     */
    static int[] patches(int[] pixel, int columns) {
        int[] patch = new int[pixel.length];
        Arrays.fill(patch, -1);
        int count = 0;
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < pixel.length; i++) {
            if (patch[i] < 0) {
                patch[i] = count;
                open.add(i);
                while (!open.isEmpty()) {
                    spread(pixel, columns, open.poll(), patch, open);
                }
                count++;
            }
        }
        return patch;
    }

    private static void spread(int[] pixel, int columns, int from, int[] patch, Deque<Integer> open) {
        int column = pixel[from] % columns;
        for (int down = -1; down <= 1; down++) {
            for (int along = Math.max(-1, -column); along <= Math.min(1, columns - 1 - column); along++) {
                int at = Arrays.binarySearch(pixel, pixel[from] + down * columns + along);
                if (at >= 0 && patch[at] < 0) {
                    patch[at] = patch[from];
                    open.add(at);
                }
            }
        }
    }
}
