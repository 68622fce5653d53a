package spine.report.internal.drawing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import spine.api.anatomy.StackAnatomy;
import spine.api.image.Slice;
import spine.api.report.ScoringResult;
import spine.api.score.MarrowContrast;
import spine.api.score.ScoringInput;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.api.score.UnitView;
import spine.common.stats.Quantiles;

/**
 * The signals on which the sign of intensity rests, on one slice, in the units of the image. An index says how bright a lesion is beside
 * its reference; what that was is told from the lesion, whose signal SPARCC takes to be the 90th percentile in the positive quadrants.
 *
 * @param lesion that percentile
 * @param reference signal of the reference (SPARCC: cerebrospinal fluid near the unit)
 * @param marrow signal of the normal marrow around the lesion; empty if there is too little
 */
public record UnitSignal(double lesion, double reference, Optional<Double> marrow) {
    private static final String INDEX = "sparcc";
    private static final double LESION_QUANTILE = 0.9;

    /**
     * @param indexId of the index that gave the signs
     * @param index of the slice
     * @return empty for an index that has another measure, and where there was no reference
     */
    public static Optional<UnitSignal> of(ScoringResult result, String indexId, UnitScore unit, int index, SliceFinding signs) {
        if (!indexId.equals(INDEX) || !(signs.intensityRatio() > 0)) {
            return Optional.empty();
        }
        int stack = unit.unit().stack();
        Slice slice = result.study().stacks().get(stack).slices().get(index);
        int[] pixels = UnitView.of(new ScoringInput(result.study(), result.anatomy(), result.lesions()), unit.unit()).stream()
                .flatMapToInt(view -> view.halves().stream().flatMapToInt(half -> Arrays.stream(view.oedema(half, index))
                        .filter(pixel -> signs.quadrants().contains(half.quadrantOf(view.point(index, pixel))))))
                .toArray();
        if (pixels.length == 0) {
            return Optional.empty();
        }
        float[] signals = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            signals[i] = slice.pixels()[pixels[i]];
        }
        Arrays.sort(signals);
        double lesion = Quantiles.linear(signals, LESION_QUANTILE);
        return Optional.of(new UnitSignal(lesion, lesion / signs.intensityRatio(),
                new MarrowContrast(slice, healthy(result, stack, index)).normal(pixels).map(MarrowContrast.Normal::signal)));
    }

    private static byte[] healthy(ScoringResult result, int stack, int index) {
        byte[] structures = result.anatomy().stacks().get(stack).structures()[index];
        byte[] lesion = result.lesions().get(stack).lesion()[index];
        byte[] healthy = new byte[structures.length];
        IntStream.range(0, healthy.length).filter(pixel -> StackAnatomy.isBody(structures[pixel]) && lesion[pixel] == 0)
                .forEach(pixel -> healthy[pixel] = 1);
        return healthy;
    }
}
