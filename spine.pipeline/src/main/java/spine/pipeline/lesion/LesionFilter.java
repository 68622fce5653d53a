package spine.pipeline.lesion;

import java.util.List;
import java.util.function.Predicate;

import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.image.ClassProbabilities;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.api.score.LesionMap;
import spine.api.score.MarrowContrast;
import spine.pipeline.lesion.LesionRegions.Pixel;

/**
 * Decides which pixels count as oedema: at or above the operating point, inside a named vertebral body, and part of a
 * connected region that is large enough to be read on one image, stands out from the marrow around it, reaches an endplate,
 * and lies largely further in than the margin of the spine. Spondylitis sits at corners and endplates, whole bodies included; what
 * is bright in the middle of a body alone is a haemangioma or a basivertebral vein, and what is bright along a wall alone is a
 * vein outside it. A region must be larger if the neighbouring slices show nothing of it.
 */
final class LesionFilter {
    /** Smallest region that counts, mm2: the minimum quadrant area of the report contract. */
    static final double MINIMUM_AREA_MM2 = 6;
    /** A region that stays further than this from both endplates of its body does not count, mm. */
    static final double ENDPLATE_REACH_MM = 2;
    /** What lies so near to tissue that is neither body nor disc may belong to that tissue, mm. */
    static final double MARGIN_MM = 2;
    /** Least share of a region that lies further in. */
    static final double INNER_SHARE = 0.4;
    /** Smallest area of regions that touch from slice to slice, mm2. */
    static final double MINIMUM_SITE_MM2 = 20;
    /** So many times as large is a region without any on the neighbouring slices. */
    static final double ALONE = 2;
    /** Signal-to-noise ratio of a region. More than an observer needs: what a model picks out of noise is bright by chance too. */
    static final double CLEAR = 8;
    private static final double TOLERANCE = 1e-9;

    /** Probabilities are multiples of 1/255, so the operating point is one of them; this undoes its rounding to a float. */
    private static final double ROUNDING = 1e-3;

    private final int lowest;
    private final double minimumSite;

    /** @param operatingPoint probability from which a pixel counts, 0..1 */
    LesionFilter(double operatingPoint) {
        this(operatingPoint, MINIMUM_SITE_MM2);
    }

    /** @param minimumSite least area of a site over its slices, mm2; {@link #ALONE} times as much on one slice */
    LesionFilter(double operatingPoint, double minimumSite) {
        this.lowest = (int) Math.ceil(operatingPoint * 255 - ROUNDING);
        this.minimumSite = minimumSite;
    }

    /** @param oedema probabilities on the grid of the stack, with a class {@link ModelRole#LESION} */
    LesionMap filter(SliceStack stack, StackAnatomy anatomy, ClassProbabilities oedema) {
        int lesionClass = oedema.indexOf(ModelRole.LESION);
        byte[][] lesion = new byte[stack.slices().size()][];
        BoundaryMargin[] margins = new BoundaryMargin[lesion.length];
        MarrowContrast[] contrasts = new MarrowContrast[lesion.length];
        for (int slice = 0; slice < lesion.length; slice++) {
            byte[] structures = anatomy.structures()[slice];
            lesion[slice] = candidates(oedema.map(lesionClass, slice), structures);
            margins[slice] = new BoundaryMargin(structures, stack.slices().get(slice), MARGIN_MM);
            contrasts[slice] = new MarrowContrast(stack.slices().get(slice), healthy(structures, lesion[slice]));
        }
        drop(lesion, LesionRegions.withinSlices(lesion, stack), region -> {
            int at = region.get(0).slice();
            return counts(region, margins[at], stack.slices().get(at), anatomy)
                    && contrasts[at].visible(region.stream().mapToInt(Pixel::index).toArray(), CLEAR);
        });
        drop(lesion, LesionRegions.acrossSlices(lesion, stack), site -> area(site, stack) >= (alone(site) ? ALONE : 1) * minimumSite - TOLERANCE);
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

    private static byte[] healthy(byte[] structures, byte[] lesion) {
        byte[] healthy = new byte[lesion.length];
        for (int i = 0; i < healthy.length; i++) {
            healthy[i] = (byte) (StackAnatomy.isBody(structures[i]) && lesion[i] == 0 ? 1 : 0);
        }
        return healthy;
    }

    private static void drop(byte[][] mask, List<List<Pixel>> regions, Predicate<List<Pixel>> counts) {
        regions.stream().filter(counts.negate()).flatMap(List::stream).forEach(pixel -> mask[pixel.slice()][pixel.index()] = 0);
    }

    private static boolean counts(List<Pixel> region, BoundaryMargin margin, Slice slice, StackAnatomy anatomy) {
        long enough = (long) Math.ceil(MINIMUM_AREA_MM2 / slice.plane().pixelArea() - TOLERANCE);
        long inner = region.stream().filter(pixel -> !margin.contains(pixel.index())).count();
        return inner >= Math.max(enough, INNER_SHARE * region.size())
                && region.stream().anyMatch(pixel -> atEndplate(pixel, slice, anatomy));
    }

    private static boolean atEndplate(Pixel pixel, Slice slice, StackAnatomy anatomy) {
        Vec3 point = slice.plane().toPatient(pixel.column(), pixel.row());
        return anatomy.body(Vertebra.ofCode(anatomy.structures()[pixel.slice()][pixel.index()])).map(body -> Math.min(
                body.upper().depthOf(point), body.lower().depthOf(point)) <= ENDPLATE_REACH_MM).orElse(true);
    }

    private static boolean alone(List<Pixel> site) {
        return site.stream().mapToInt(Pixel::slice).distinct().count() == 1;
    }

    private static double area(List<Pixel> site, SliceStack stack) {
        return site.stream().mapToDouble(pixel -> stack.slices().get(pixel.slice()).plane().pixelArea()).sum();
    }
}
