package spine.phantom.internal.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import spine.api.image.Slice;
import spine.api.model.ModelRole;
import spine.phantom.internal.scan.Scan;

/**
 * The inflammation that a reader can see. SPARCC counts abnormally high signal only (Maksymowych 2005), and what noise, partial volume
 * or failing fat suppression have made equal to the marrow beside it is none. A patch of one image is seen if it is brighter than
 * that marrow by a share of it, and by so much more than the marrow varies from pixel to pixel that, after Rose (1948), the
 * signal-to-noise ratio of the whole patch is 5.
 */
public final class Conspicuous {
    /** Least ratio of a patch's mean and the median of the marrow beside it. */
    private static final double LEAST_RATIO = 1.15;
    private static final double ROSE = 5;
    /** Marrow nearer than this may belong to the soft border, mm. */
    private static final double BORDER_MM = 2.5;
    /** Marrow further away than this may be lit otherwise by the coils, mm. */
    private static final double BESIDE_MM = 14;
    /** With fewer pixels of healthy marrow beside it nothing can be compared, and the patch counts. */
    private static final int FEWEST = 20;
    /** Standard deviation of a normal distribution over its median absolute deviation. */
    private static final double NORMAL = 1.4826;
    private static final List<Integer> BODIES = List.of(ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.VERTEBRA),
            ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.C2), ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.S1));

    private final Scan scan;

    private Conspicuous(Scan scan) {
        this.scan = scan;
    }

    /** @return 1 where inflamed marrow that can be seen fills most of the voxel, {@code [slice][row * columns + column]} */
    public static byte[][] of(Scan scan) {
        Conspicuous seen = new Conspicuous(scan);
        byte[][] masks = new byte[scan.oedema().length][];
        for (int slice = 0; slice < masks.length; slice++) {
            masks[slice] = seen.slice(slice);
        }
        return masks;
    }

    private byte[] slice(int index) {
        byte[] mask = scan.oedema()[index].clone();
        Slice slice = scan.stack().slices().get(index);
        boolean[] done = new boolean[mask.length];
        for (int pixel = 0; pixel < mask.length; pixel++) {
            if (mask[pixel] != 0 && !done[pixel]) {
                int[] patch = patch(mask, done, pixel, slice);
                if (!isSeen(patch, index, slice)) {
                    Arrays.stream(patch).forEach(unseen -> mask[unseen] = 0);
                }
            }
        }
        return mask;
    }

    private static int[] patch(byte[] mask, boolean[] done, int start, Slice slice) {
        List<Integer> patch = new ArrayList<>(List.of(start));
        done[start] = true;
        for (int next = 0; next < patch.size(); next++) {
            int row = patch.get(next) / slice.columns();
            int column = patch.get(next) % slice.columns();
            for (int r = Math.max(0, row - 1); r <= Math.min(slice.rows() - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(slice.columns() - 1, column + 1); c++) {
                    int pixel = r * slice.columns() + c;
                    if (mask[pixel] != 0 && !done[pixel]) {
                        done[pixel] = true;
                        patch.add(pixel);
                    }
                }
            }
        }
        return patch.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isSeen(int[] patch, int index, Slice slice) {
        double[] marrow = beside(patch, index, slice);
        if (marrow.length < FEWEST) {
            return true;
        }
        double middle = median(marrow);
        double spread = NORMAL * median(Arrays.stream(marrow).map(value -> Math.abs(value - middle)).toArray());
        double mean = Arrays.stream(patch).mapToDouble(pixel -> slice.pixels()[pixel]).average().orElseThrow();
        return mean >= LEAST_RATIO * middle && (mean - middle) * Math.sqrt(patch.length) >= ROSE * spread;
    }

    /** Values of the healthy marrow of the same bodies around the patch. */
    private double[] beside(int[] patch, int index, Slice slice) {
        byte[] level = scan.level()[index];
        boolean[] same = new boolean[Byte.MAX_VALUE];
        int top = slice.rows();
        int bottom = 0;
        int left = slice.columns();
        int right = 0;
        for (int pixel : patch) {
            if (level[pixel] >= 0) {
                same[level[pixel]] = true;
            }
            top = Math.min(top, pixel / slice.columns());
            bottom = Math.max(bottom, pixel / slice.columns());
            left = Math.min(left, pixel % slice.columns());
            right = Math.max(right, pixel % slice.columns());
        }
        int high = (int) (BESIDE_MM / slice.plane().rowSpacing());
        int wide = (int) (BESIDE_MM / slice.plane().columnSpacing());
        List<Double> values = new ArrayList<>();
        for (int row = Math.max(0, top - high); row <= Math.min(slice.rows() - 1, bottom + high); row++) {
            for (int column = Math.max(0, left - wide); column <= Math.min(slice.columns() - 1, right + wide); column++) {
                int pixel = row * slice.columns() + column;
                if (level[pixel] >= 0 && same[level[pixel]] && BODIES.contains((int) scan.anatomy()[index][pixel])
                        && isHealthy(row, column, index, slice)) {
                    values.add((double) slice.pixels()[pixel]);
                }
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private boolean isHealthy(int row, int column, int index, Slice slice) {
        int high = (int) Math.ceil(BORDER_MM / slice.plane().rowSpacing());
        int wide = (int) Math.ceil(BORDER_MM / slice.plane().columnSpacing());
        for (int r = Math.max(0, row - high); r <= Math.min(slice.rows() - 1, row + high); r++) {
            for (int c = Math.max(0, column - wide); c <= Math.min(slice.columns() - 1, column + wide); c++) {
                if (scan.oedema()[index][r * slice.columns() + c] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
