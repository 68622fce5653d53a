package spine.app.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import spine.api.image.SliceStack;

/** Patches of one stack that touch each other on a slice or from one slice to the next: one inflamed site. */
final class Sites {
    private static final double TOLERANCE = 1e-9;

    private record Pixel(int slice, int row, int column) {
    }

    private final byte[][] mask;
    private final SliceStack stack;
    private final boolean[][] seen;

    private Sites(byte[][] mask, SliceStack stack) {
        this.mask = mask;
        this.stack = stack;
        this.seen = new boolean[mask.length][];
        for (int slice = 0; slice < mask.length; slice++) {
            seen[slice] = new boolean[mask[slice].length];
        }
    }

    /**
     * Clears the sites whose area, summed over their slices, is too small.
     *
     * @param mask 1 where something was found, by slice, row-major; changed
     * @param least mm2
     */
    static void dropFleeting(byte[][] mask, SliceStack stack, double least) {
        Sites sites = new Sites(mask, stack);
        for (int slice = 0; slice < mask.length; slice++) {
            for (int pixel = 0; pixel < mask[slice].length; pixel++) {
                if (mask[slice][pixel] != 0 && !sites.seen[slice][pixel]) {
                    int columns = stack.slices().get(slice).columns();
                    List<Pixel> site = sites.around(new Pixel(slice, pixel / columns, pixel % columns));
                    if (sites.area(site) < least - TOLERANCE) {
                        site.forEach(sites::clear);
                    }
                }
            }
        }
    }

    private List<Pixel> around(Pixel start) {
        List<Pixel> site = new ArrayList<>();
        Deque<Pixel> open = new ArrayDeque<>(List.of(start));
        seen[start.slice][index(start)] = true;
        while (!open.isEmpty()) {
            Pixel at = open.poll();
            site.add(at);
            for (int s = at.slice - 1; s <= at.slice + 1; s++) {
                for (int r = at.row - 1; r <= at.row + 1; r++) {
                    for (int c = at.column - 1; c <= at.column + 1; c++) {
                        Pixel next = new Pixel(s, r, c);
                        if (inside(next) && mask[s][index(next)] != 0 && !seen[s][index(next)]) {
                            seen[s][index(next)] = true;
                            open.add(next);
                        }
                    }
                }
            }
        }
        return site;
    }

    private double area(List<Pixel> site) {
        return site.stream().mapToDouble(pixel -> stack.slices().get(pixel.slice).plane().pixelArea()).sum();
    }

    private void clear(Pixel pixel) {
        mask[pixel.slice][index(pixel)] = 0;
    }

    private boolean inside(Pixel pixel) {
        return pixel.slice >= 0 && pixel.slice < mask.length && pixel.row >= 0 && pixel.row < stack.slices().get(pixel.slice).rows()
                && pixel.column >= 0 && pixel.column < stack.slices().get(pixel.slice).columns();
    }

    private int index(Pixel pixel) {
        return pixel.row * stack.slices().get(pixel.slice).columns() + pixel.column;
    }
}
