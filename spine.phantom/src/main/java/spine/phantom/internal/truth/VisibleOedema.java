package spine.phantom.internal.truth;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import spine.api.image.Slice;
import spine.api.model.ModelRole;
import spine.phantom.internal.scan.Scan;

/**
 * Leaves of the inflamed marrow what a reader can tell from healthy marrow. SPARCC scores signal that is higher than that of the marrow beside it
 * (Maksymowych et al. 2005), so inflammation without such a signal is none on this image. A patch counts if it is on average
 * {@link #BRIGHTER} times as bright as the marrow of its neighbourhood, and if its signal-to-noise ratio as a whole is what an observer
 * needs to find it without fail, {@link #CLEARER} (Rose 1948).
 */
public final class VisibleOedema {
    private static final double BRIGHTER = 1.15;
    private static final double CLEARER = 5;
    /** So far from a patch marrow is its neighbourhood, mm along rows and columns. */
    private static final double NEAR = 20;
    /** Fewer pixels of marrow tell nothing; the patch counts then. */
    private static final int LEAST = 30;
    /** Median absolute deviation of a normal distribution to its standard deviation. */
    private static final double SPREAD = 1.4826;
    private static final List<Integer> BODIES = List.of(ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.VERTEBRA),
            ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.C2), ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.S1));

    private final Slice image;
    private final byte[] anatomy;
    private final byte[] oedema;

    private VisibleOedema(Slice image, byte[] anatomy, byte[] oedema) {
        this.image = image;
        this.anatomy = anatomy;
        this.oedema = oedema;
    }

    /** The scan with oedema where it is to be seen. */
    public static Scan of(Scan scan) {
        byte[][] visible = new byte[scan.oedema().length][];
        for (int slice = 0; slice < visible.length; slice++) {
            visible[slice] = new VisibleOedema(scan.stack().slices().get(slice), scan.anatomy()[slice], scan.oedema()[slice]).mask();
        }
        return scan.withOedema(visible);
    }

    private byte[] mask() {
        int[] marked = IntStream.range(0, oedema.length).filter(i -> oedema[i] != 0).toArray();
        int[] patch = Touching.patches(marked, image.columns());
        byte[] visible = new byte[oedema.length];
        for (int number = 0; number <= Arrays.stream(patch).max().orElse(-1); number++) {
            int wanted = number;
            int[] pixels = IntStream.range(0, marked.length).filter(i -> patch[i] == wanted).map(i -> marked[i]).toArray();
            if (visible(pixels)) {
                Arrays.stream(pixels).forEach(pixel -> visible[pixel] = 1);
            }
        }
        return visible;
    }

    private boolean visible(int[] patch) {
        double[] beside = marrowBeside(patch);
        if (beside.length < LEAST) {
            return true;
        }
        double marrow = median(beside);
        double noise = SPREAD * median(Arrays.stream(beside).map(value -> Math.abs(value - marrow)).toArray());
        double bright = Arrays.stream(patch).mapToDouble(pixel -> image.pixels()[pixel]).average().orElseThrow();
        return bright >= BRIGHTER * marrow && (bright - marrow) * Math.sqrt(patch.length) >= CLEARER * noise;
    }

    private double[] marrowBeside(int[] patch) {
        int columns = image.columns();
        int up = (int) (NEAR / image.plane().rowSpacing());
        int along = (int) (NEAR / image.plane().columnSpacing());
        int top = Math.max(1, patch[0] / columns - up);
        int bottom = Math.min(image.rows() - 2, patch[patch.length - 1] / columns + up);
        int left = Math.max(1, Arrays.stream(patch).map(pixel -> pixel % columns).min().orElseThrow() - along);
        int right = Math.min(columns - 2, Arrays.stream(patch).map(pixel -> pixel % columns).max().orElseThrow() + along);
        return IntStream.rangeClosed(top, bottom).flatMap(row -> IntStream.rangeClosed(left, right).map(column -> row * columns + column))
                .filter(this::healthyMarrow).mapToDouble(pixel -> image.pixels()[pixel]).toArray();
    }

    /** Whether the pixel and those round it are body and not inflamed: the edge of either is a mixture. */
    private boolean healthyMarrow(int pixel) {
        for (int down = -1; down <= 1; down++) {
            for (int along = -1; along <= 1; along++) {
                int at = pixel + down * image.columns() + along;
                if (oedema[at] != 0 || !BODIES.contains((int) anatomy[at])) {
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
