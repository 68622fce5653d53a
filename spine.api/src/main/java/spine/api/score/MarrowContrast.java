package spine.api.score;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import spine.api.image.Slice;

/**
 * Tells whether a patch of one image stands out from the healthy marrow around it. SPARCC scores marrow whose signal is higher than normal
 * (Maksymowych et al., Arthritis Rheum 2005;53:502-9), so oedema that no reader can tell from its neighbourhood is none. Safe for use by
 * many threads.
 */
public final class MarrowContrast {
    /** A visible patch is on average so many times as bright as the marrow around it. */
    public static final double BRIGHTER = 1.15;
    /** Signal-to-noise ratio of a whole patch from which an observer finds it without fail (Rose, J Opt Soc Am 1948;38:196-208). */
    public static final double CLEAR = 5;
    /** So far from the patch marrow is its neighbourhood, mm along rows and columns. */
    private static final double NEAR_MM = 20;
    /** Fewer pixels of marrow tell nothing. */
    private static final int LEAST = 20;
    /** From the median absolute deviation to the standard deviation of a normal distribution. */
    private static final double SPREAD = 1.4826;

    private final Slice image;
    private final byte[] healthy;

    /**
     * Signal of normal marrow.
     *
     * @param signal its median, units of the image
     * @param noise its robust standard deviation (median absolute deviation), same units
     */
    public record Normal(double signal, double noise) {
    }

    /**
     * @param healthy 1 where the image shows the body of a vertebra without oedema, row-major; shared, not copied. Its outermost pixels,
     *     which are a mixture, are left out here
     */
    public MarrowContrast(Slice image, byte[] healthy) {
        this.image = image;
        this.healthy = healthy;
    }

    /**
     * Whether the patch is to be seen. One without enough marrow around it to compare with is taken to be.
     *
     * @param patch its pixels, {@code row * columns + column}, at least one
     * @param clear signal-to-noise ratio to ask for: {@link #CLEAR} if the patch was not chosen by its looks
     */
    public boolean visible(int[] patch, double clear) {
        Normal normal = normal(patch).orElse(null);
        if (normal == null) {
            return true;
        }
        double bright = Arrays.stream(patch).mapToDouble(pixel -> image.pixels()[pixel]).average().orElseThrow();
        return bright >= BRIGHTER * normal.signal && (bright - normal.signal) * Math.sqrt(patch.length) >= clear * normal.noise;
    }

    /**
     * The normal marrow around a patch.
     *
     * @param patch its pixels, {@code row * columns + column}, at least one
     * @return empty if there is too little to tell
     */
    public Optional<Normal> normal(int[] patch) {
        double[] around = around(patch);
        if (around.length < LEAST) {
            return Optional.empty();
        }
        double signal = median(around);
        return Optional.of(new Normal(signal, SPREAD * median(Arrays.stream(around).map(value -> Math.abs(value - signal)).toArray())));
    }

    private double[] around(int[] patch) {
        int columns = image.columns();
        int down = (int) (NEAR_MM / image.plane().rowSpacing());
        int along = (int) (NEAR_MM / image.plane().columnSpacing());
        int top = image.rows();
        int bottom = 0;
        int left = columns;
        int right = 0;
        for (int pixel : patch) {
            top = Math.min(top, pixel / columns - down);
            bottom = Math.max(bottom, pixel / columns + down);
            left = Math.min(left, pixel % columns - along);
            right = Math.max(right, pixel % columns + along);
        }
        int first = Math.max(0, left);
        int last = Math.min(columns - 1, right);
        return IntStream.rangeClosed(Math.max(0, top), Math.min(image.rows() - 1, bottom))
                .flatMap(row -> IntStream.rangeClosed(row * columns + first, row * columns + last)).filter(this::surrounded)
                .mapToDouble(pixel -> image.pixels()[pixel]).toArray();
    }

    /** Whether the pixel and all its neighbours are healthy; at the edge of the image they cannot all be. */
    private boolean surrounded(int pixel) {
        int row = pixel / image.columns();
        int column = pixel % image.columns();
        if (row == 0 || column == 0 || row == image.rows() - 1 || column == image.columns() - 1) {
            return false;
        }
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                if (healthy[r * image.columns() + c] == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
