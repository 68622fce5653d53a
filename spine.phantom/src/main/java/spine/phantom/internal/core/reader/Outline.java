package spine.phantom.internal.core.reader;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import spine.api.image.Slice;
import spine.api.score.MarrowContrast;
import spine.phantom.internal.core.scan.Scan;

/** The outline that a reader draws around a patch on one slice. */
final class Outline {
    /** So far from the patch a reader may still see part of it, pixels. */
    private static final int REACH = 2;

    private final Scan scan;
    private final Patches patches;

    Outline(Scan scan, Patches patches) {
        this.scan = scan;
        this.patches = patches;
    }

    /**
     * The pixels inside.
     *
     * @param patch the pixels of the patch on the slice
     * @param taste where between marrow and lesion the outline lies, 0 to 1
     */
    IntStream around(int slice, int[] patch, double taste) {
        Slice image = scan.stack().slices().get(slice);
        Optional<MarrowContrast.Normal> normal = patches.normal(slice, patch);
        if (normal.isEmpty()) {
            return Arrays.stream(patch);
        }
        double[] signals = Arrays.stream(patch).mapToDouble(pixel -> image.pixels()[pixel]).sorted().toArray();
        double edge = normal.get().signal() + taste * (signals[signals.length / 2] - normal.get().signal());
        return near(slice, patch).filter(pixel -> image.pixels()[pixel] >= edge);
    }

    /** The pixels of the patch and of the same body beside it. */
    private IntStream near(int slice, int[] patch) {
        int columns = scan.grid().columns();
        BitSet near = new BitSet();
        for (int pixel : patch) {
            int bottom = Math.min(scan.grid().rows() - 1, pixel / columns + REACH);
            int right = Math.min(columns - 1, pixel % columns + REACH);
            for (int row = Math.max(0, pixel / columns - REACH); row <= bottom; row++) {
                for (int column = Math.max(0, pixel % columns - REACH); column <= right; column++) {
                    int other = row * columns + column;
                    if (patches.inBody(slice, other) && scan.level()[slice][other] == scan.level()[slice][pixel]) {
                        near.set(other);
                    }
                }
            }
        }
        return near.stream();
    }
}
