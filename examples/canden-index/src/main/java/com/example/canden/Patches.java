package com.example.canden;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Splits pixels into patches that touch each other, also across corners. */
final class Patches {

    private Patches() {
    }

    /** @param pixels {@code row * columns + column}; the patches come in the order of their first pixels */
    static List<int[]> of(int[] pixels, int columns) {
        NavigableSet<Integer> left = new TreeSet<>(IntStream.of(pixels).boxed().toList());
        List<int[]> patches = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Integer> patch = new ArrayList<>();
            Deque<Integer> edge = new ArrayDeque<>(List.of(left.pollFirst()));
            while (!edge.isEmpty()) {
                int pixel = edge.poll();
                patch.add(pixel);
                for (int row = -1; row <= 1; row++) {
                    for (int column = -1; column <= 1; column++) {
                        int next = pixel + row * columns + column;
                        boolean sameRow = Math.floorDiv(next, columns) == pixel / columns + row;
                        if (sameRow && left.remove(next)) {
                            edge.add(next);
                        }
                    }
                }
            }
            patches.add(patch.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
        return patches;
    }
}
