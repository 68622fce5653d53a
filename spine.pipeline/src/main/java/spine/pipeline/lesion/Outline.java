package spine.pipeline.lesion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import spine.api.score.MarrowContrast;
import spine.common.stats.Quantiles;

/**
 * Where a lesion ends: at half the height of its signal above the normal marrow around it, as a voxel that it fills by half has. Its height
 * is a high quantile over all its slices, relative to the marrow beside it on each, so that the outer slices, which it fills in part, and
 * the shading of the coil do not change it. Signals are smoothed over the nearest pixels of the candidate first, so that noise does not
 * tear the outline.
 *
 * @param regions by slice, ascending; at least one
 * @param contrast mean signal inside over that of normal marrow; NaN if there is too little marrow to compare with
 */
record Outline(List<SliceRegion> regions, double contrast) {
    /** Where a voxel is half filled. */
    private static final double HALF = 0.5;
    /**
     * Quantile of the signal that is its height: the maximum would be noise. With 0.9 the outlines held 0.68 to 0.72 times the true area,
     * with the upper quartile 0.76 to 0.81 times, and the depth point had a sensitivity and specificity of 0.86 and 0.87 (54 synthetic
     * studies, seeds 700000, 930000 and 940000, findings that are inflammation).
     */
    private static final double CORE = 0.75;

    /** @param candidate connected pixels of one body */
    static Outline of(List<SliceRegion> candidate, StackMarrow marrow) {
        List<double[]> excesses = new ArrayList<>();
        List<MarrowContrast.Normal> normals = new ArrayList<>();
        for (SliceRegion region : candidate) {
            MarrowContrast.Normal normal = marrow.normal(region).filter(found -> found.signal() > 0).orElse(null);
            normals.add(normal);
            excesses.add(normal == null ? null : excess(region, marrow, normal.signal()));
        }
        double[] all = excesses.stream().filter(excess -> excess != null).flatMapToDouble(Arrays::stream).sorted().toArray();
        if (all.length == 0) {
            return new Outline(candidate, Double.NaN);
        }
        double limit = HALF * Quantiles.linear(all, CORE);
        List<SliceRegion> regions = new ArrayList<>();
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < candidate.size(); i++) {
            SliceRegion region = candidate.get(i);
            double[] excess = excesses.get(i);
            if (excess == null) {
                continue;
            }
            int[] inside = IntStream.range(0, excess.length).filter(at -> excess[at] >= limit).toArray();
            if (inside.length == 0) {
                continue;
            }
            regions.add(new SliceRegion(region.slice(), Arrays.stream(inside).map(at -> region.pixels()[at]).toArray()));
            double mean = Arrays.stream(inside).mapToDouble(at -> marrow.signal(region.slice(), region.pixels()[at])).average()
                    .orElseThrow();
            sum += inside.length * mean / normals.get(i).signal();
            counted += inside.length;
        }
        return new Outline(regions, sum / counted);
    }

    /** The whole region, as somebody outlined it. */
    static Outline asDrawn(List<SliceRegion> drawn, StackMarrow marrow) {
        double sum = 0;
        int counted = 0;
        for (SliceRegion region : drawn) {
            MarrowContrast.Normal normal = marrow.normal(region).filter(found -> found.signal() > 0).orElse(null);
            if (normal != null) {
                sum += Arrays.stream(region.pixels()).mapToDouble(pixel -> marrow.signal(region.slice(), pixel)).sum() / normal.signal();
                counted += region.pixels().length;
            }
        }
        return new Outline(drawn, counted == 0 ? Double.NaN : sum / counted);
    }

    /** Signal of every pixel above normal marrow, relative to that. */
    private static double[] excess(SliceRegion region, StackMarrow marrow, double normal) {
        int[] pixels = region.pixels();
        int columns = marrow.stack().columns();
        double[] excess = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            double sum = marrow.signal(region.slice(), pixels[i]);
            int count = 1;
            for (int other : new int[] {pixels[i] - 1, pixels[i] + 1, pixels[i] - columns, pixels[i] + columns}) {
                boolean beside = other / columns == pixels[i] / columns || other % columns == pixels[i] % columns;
                if (beside && Arrays.binarySearch(pixels, other) >= 0) {
                    sum += marrow.signal(region.slice(), other);
                    count++;
                }
            }
            excess[i] = sum / count / normal - 1;
        }
        return excess;
    }
}
