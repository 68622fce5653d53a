package spine.pipeline.lesion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import spine.api.image.Slice;
import spine.api.image.SliceStack;

/** Groups of marked pixels that touch each other, across corners too: patches of one slice, or sites over neighbouring slices. */
final class ConnectedComponents {

    /** A pixel of a stack; {@code index} is {@code row * columns + column}. */
    record Pixel(int slice, int row, int column, int index) {
    }

    private final byte[][] mask;
    private final List<Slice> slices;
    private final int reach;
    private final boolean[][] seen;

    private ConnectedComponents(byte[][] mask, SliceStack stack, int reach) {
        this.mask = mask;
        this.slices = stack.slices();
        this.reach = reach;
        this.seen = new boolean[mask.length][];
        for (int slice = 0; slice < mask.length; slice++) {
            seen[slice] = new boolean[mask[slice].length];
        }
    }

    /** @param mask 1 where something was found, by slice, row-major */
    static List<List<Pixel>> withinSlices(byte[][] mask, SliceStack stack) {
        return new ConnectedComponents(mask, stack, 0).all();
    }

    /** @param mask as {@link #withinSlices}; a pixel also touches the nine behind it on the next slice */
    static List<List<Pixel>> acrossSlices(byte[][] mask, SliceStack stack) {
        return new ConnectedComponents(mask, stack, 1).all();
    }

    private List<List<Pixel>> all() {
        List<List<Pixel>> patches = new ArrayList<>();
        for (int slice = 0; slice < mask.length; slice++) {
            for (int index = 0; index < mask[slice].length; index++) {
                if (mask[slice][index] != 0 && !seen[slice][index]) {
                    int columns = slices.get(slice).columns();
                    patches.add(around(new Pixel(slice, index / columns, index % columns, index)));
                }
            }
        }
        return patches;
    }

    private List<Pixel> around(Pixel start) {
        List<Pixel> patch = new ArrayList<>();
        Deque<Pixel> open = new ArrayDeque<>(List.of(start));
        seen[start.slice][start.index] = true;
        while (!open.isEmpty()) {
            Pixel at = open.poll();
            patch.add(at);
            for (int s = Math.max(0, at.slice - reach); s <= Math.min(mask.length - 1, at.slice + reach); s++) {
                int columns = slices.get(s).columns();
                for (int r = Math.max(0, at.row - 1); r <= Math.min(slices.get(s).rows() - 1, at.row + 1); r++) {
                    for (int c = Math.max(0, at.column - 1); c <= Math.min(columns - 1, at.column + 1); c++) {
                        int index = r * columns + c;
                        if (mask[s][index] != 0 && !seen[s][index]) {
                            seen[s][index] = true;
                            open.add(new Pixel(s, r, c, index));
                        }
                    }
                }
            }
        }
        return patch;
    }
}
