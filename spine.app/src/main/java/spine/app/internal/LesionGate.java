package spine.app.internal;

import java.util.Arrays;

import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.model.ModelRole;
import spine.api.score.LesionMap;

/**
 * Decides which pixels count as oedema: at or above the operating point, inside a named vertebral body, and part of a
 * connected patch that is large enough to be read on one image.
 */
final class LesionGate {
    /** Smallest patch that counts, mm2: the minimum quadrant area of the report contract. */
    static final double MINIMUM_AREA_MM2 = 6;
    private static final double TOLERANCE = 1e-9;

    /** Probabilities are multiples of 1/255, so the operating point is one of them; this undoes its rounding to a float. */
    private static final double ROUNDING = 1e-3;

    private final int lowest;

    /** @param operatingPoint probability from which a pixel counts, 0..1 */
    LesionGate(double operatingPoint) {
        this.lowest = (int) Math.ceil(operatingPoint * 255 - ROUNDING);
    }

    /** @param oedema probabilities on the grid of the stack, with a class {@link ModelRole#LESION} */
    LesionMap gate(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema) {
        int lesionClass = oedema.indexOf(ModelRole.LESION);
        double pixelArea = stack.plane().pixelArea();
        byte[][] lesion = new byte[stack.slices().size()][];
        for (int slice = 0; slice < lesion.length; slice++) {
            lesion[slice] = candidates(oedema.map(lesionClass, slice), anatomy.structures()[slice]);
            dropSmallPatches(lesion[slice], stack.rows(), stack.columns(), pixelArea);
        }
        return new LesionMap(lesion);
    }

    private byte[] candidates(byte[] probability, byte[] structures) {
        byte[] mask = new byte[probability.length];
        for (int i = 0; i < mask.length; i++) {
            if (StackAnatomy.isBody(structures[i]) && (probability[i] & 0xff) >= lowest) {
                mask[i] = 1;
            }
        }
        return mask;
    }

    private static void dropSmallPatches(byte[] mask, int rows, int columns, double pixelArea) {
        boolean[] seen = new boolean[mask.length];
        int[] patch = new int[mask.length];
        for (int start = 0; start < mask.length; start++) {
            if (mask[start] == 1 && !seen[start]) {
                int size = collect(mask, seen, patch, start, rows, columns);
                if (size * pixelArea < MINIMUM_AREA_MM2 - TOLERANCE) {
                    Arrays.stream(patch, 0, size).forEach(pixel -> mask[pixel] = 0);
                }
            }
        }
    }

    /** Gathers the 8-connected patch of {@code start} into {@code patch} and returns its size. */
    private static int collect(byte[] mask, boolean[] seen, int[] patch, int start, int rows, int columns) {
        int size = 0;
        patch[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            int row = patch[next] / columns;
            int column = patch[next] % columns;
            for (int r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
                for (int c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
                    int pixel = r * columns + c;
                    if (mask[pixel] == 1 && !seen[pixel]) {
                        seen[pixel] = true;
                        patch[size++] = pixel;
                    }
                }
            }
        }
        return size;
    }
}
