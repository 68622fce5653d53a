package spine.unet.internal.inference;

import java.util.ArrayList;
import java.util.List;
import spine.unet.network.UNetConfiguration;

/**
 * Covers an axis with equal tiles: one padded tile where that is small enough, else overlapping ones.
 *
 * @param tile length of a tile, a multiple of {@link UNetConfiguration#GRID}
 * @param starts first pixel of every tile
 * @param overlap pixels over which one tile fades into the next
 */
record Tiling(int tile, List<Integer> starts, int overlap) {
    private static final int OVERLAP = 64;

    /** @param longest longest tile, a multiple of the grid, longer than twice the overlap */
    static Tiling of(int length, int longest) {
        int padded = (length + UNetConfiguration.GRID - 1) / UNetConfiguration.GRID * UNetConfiguration.GRID;
        if (padded <= longest) {
            return new Tiling(padded, List.of(0), OVERLAP);
        }
        int count = (length - OVERLAP + longest - OVERLAP - 1) / (longest - OVERLAP);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            starts.add((int) ((long) i * (length - longest) / (count - 1)));
        }
        return new Tiling(longest, List.copyOf(starts), OVERLAP);
    }

    /** Weight of a pixel of a tile where tiles overlap, above 0. */
    float weight(int pixel) {
        return Math.min(1f, (Math.min(pixel, tile - 1 - pixel) + 1f) / overlap);
    }
}
