package spine.app.internal;

import java.util.Arrays;

import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.score.LesionMap;

/**
 * Decides which pixels count as oedema: at or above the operating point, inside a named vertebral body, and part of a
 * connected patch that is large enough to be read on one image, reaches an endplate, keeps to more than the rim of the spine,
 * and in its core is as probable as the image operating point demands. Two points, because where a lesion ends and whether
 * it is one are two questions. Spondylitis sits at corners and endplates, whole bodies included; what is bright in the middle
 * of a body alone is a haemangioma or a basivertebral vein, and what is bright along a wall alone is a vein outside it. A small
 * patch counts only if the neighbouring slices show more of it.
 */
final class LesionGate {
    /** Smallest patch that counts, mm2: the minimum quadrant area of the report contract. */
    static final double MINIMUM_AREA_MM2 = 6;
    /** A patch that stays further than this from both endplates of its body does not count, mm. */
    static final double ENDPLATE_REACH_MM = 3;
    /** What lies so near to tissue that is neither body nor disc may belong to that tissue, mm. */
    static final double RIM_MM = 2;
    /** Smallest area of patches that touch from slice to slice, or of a lone one, mm2. */
    static final double MINIMUM_SITE_MM2 = 20;
    private static final double TOLERANCE = 1e-9;

    /** Probabilities are multiples of 1/255, so the operating point is one of them; this undoes its rounding to a float. */
    private static final double ROUNDING = 1e-3;

    private final int lowest;
    private final int lowestCore;
    private final double minimumSite;

    /** @param card of the oedema model, which carries its operating points */
    LesionGate(ModelCard card) {
        this(card.operatingPoint(), card.imageOperatingPoint(), MINIMUM_SITE_MM2);
    }

    /**
     * @param operatingPoint probability from which a pixel counts, 0..1
     * @param imageOperatingPoint probability that the brightest {@link #MINIMUM_AREA_MM2} of a patch reach, 0..1
     * @param minimumSite least area of a site over its slices, mm2
     */
    LesionGate(double operatingPoint, double imageOperatingPoint, double minimumSite) {
        this.minimumSite = minimumSite;
        this.lowest = quantised(operatingPoint);
        this.lowestCore = quantised(imageOperatingPoint);
    }

    private static int quantised(double probability) {
        return (int) Math.ceil(probability * 255 - ROUNDING);
    }

    /** @param oedema probabilities on the grid of the stack, with a class {@link ModelRole#LESION} */
    LesionMap gate(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema) {
        int lesionClass = oedema.indexOf(ModelRole.LESION);
        byte[][] lesion = new byte[stack.slices().size()][];
        for (int slice = 0; slice < lesion.length; slice++) {
            byte[] probability = oedema.map(lesionClass, slice);
            lesion[slice] = candidates(probability, anatomy.structures()[slice]);
            dropPatches(lesion[slice], probability, stack.slices().get(slice), anatomy, anatomy.structures()[slice]);
        }
        Sites.dropFleeting(lesion, stack, minimumSite);
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

    private void dropPatches(byte[] mask, byte[] probability, Slice slice, StackAnatomy anatomy, byte[] structures) {
        int enough = (int) Math.ceil(MINIMUM_AREA_MM2 / slice.plane().pixelArea() - TOLERANCE);
        Rim rim = new Rim(structures, slice, RIM_MM);
        boolean[] seen = new boolean[mask.length];
        int[] patch = new int[mask.length];
        for (int start = 0; start < mask.length; start++) {
            if (mask[start] == 1 && !seen[start]) {
                int size = collect(mask, seen, patch, start, slice.rows(), slice.columns());
                long core = Arrays.stream(patch, 0, size).filter(pixel -> (probability[pixel] & 0xff) >= lowestCore).count();
                if (core < enough || Arrays.stream(patch, 0, size).filter(pixel -> !rim.contains(pixel)).count() < enough
                        || Arrays.stream(patch, 0, size).noneMatch(pixel -> atEndplate(pixel, slice, anatomy, structures))) {
                    Arrays.stream(patch, 0, size).forEach(pixel -> mask[pixel] = 0);
                }
            }
        }
    }

    private static boolean atEndplate(int pixel, Slice slice, StackAnatomy anatomy, byte[] structures) {
        Vec3 point = slice.plane().toPatient(pixel % slice.columns(), pixel / slice.columns());
        return anatomy.body(Vertebra.values()[structures[pixel] - 1]).map(body -> Math.min(body.upper().depthOf(point),
                body.lower().depthOf(point)) <= ENDPLATE_REACH_MM).orElse(true);
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
