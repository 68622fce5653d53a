package spine.sparcc.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lesion pixels of one vertebral body on one slice that touch each other, also across corners.
 *
 * @param pixels indices {@code row * columns + column}
 */
record Patch(int[] pixels) {

    /**
     * The patches inside one body.
     *
     * @param lesion lesion mask of the slice
     * @param structures structure codes of the slice
     * @param code code of the body
     */
    static List<Patch> find(byte[] lesion, byte[] structures, byte code, int columns) {
        boolean[] open = new boolean[lesion.length];
        for (int i = 0; i < open.length; i++) {
            open[i] = lesion[i] != 0 && structures[i] == code;
        }
        List<Patch> patches = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                patches.add(new Patch(flood(open, i, columns)));
            }
        }
        return patches;
    }

    private static int[] flood(boolean[] open, int seed, int columns) {
        List<Integer> found = new ArrayList<>();
        ArrayDeque<Integer> edge = new ArrayDeque<>(List.of(seed));
        open[seed] = false;
        while (!edge.isEmpty()) {
            int pixel = edge.poll();
            found.add(pixel);
            int row = pixel / columns;
            int column = pixel % columns;
            for (int r = Math.max(0, row - 1); r <= Math.min(open.length / columns - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                    int next = r * columns + c;
                    if (open[next]) {
                        open[next] = false;
                        edge.add(next);
                    }
                }
            }
        }
        int[] pixels = found.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(pixels);
        return pixels;
    }
}
