package spine.io.dicom.internal.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.stats.Quantiles;

/**
 * Looks for images on another scale than the rest of their stack, as when only some of a series have a RescaleIntercept: one brightness is
 * made of all, so that they change how the others are seen.
 */
final class UnevenScaleCheck {
    private static final double DARK = 0.05;
    private static final double BRIGHT = 0.95;
    /** A bright part is at least so many times as bright as a dark one in images that show air and tissue. */
    private static final double LEAST_CONTRAST = 2;
    /** Every so many pixels is enough to tell. */
    private static final int STEP = 16;

    private UnevenScaleCheck() {
    }

    /** @param label how the note calls the series */
    static Optional<Note> of(SliceStack stack, String label) {
        List<float[]> samples = stack.slices().stream().map(UnevenScaleCheck::sorted).toList();
        double bright = median(samples, BRIGHT);
        long off = samples.stream().filter(sample -> Quantiles.lower(sample, DARK) > bright).count();
        boolean contrast = bright >= LEAST_CONTRAST * median(samples, DARK);
        return off == 0 || !contrast ? Optional.empty() : Optional.of(Note.warning(off + " of " + samples.size() + " images of " + label
                + " are on another scale: even their dark parts are brighter than the bright parts of the others, which can change the"
                + " scores."));
    }

    private static double median(List<float[]> samples, double quantile) {
        return Quantiles.lower(samples.stream().mapToDouble(sample -> Quantiles.lower(sample, quantile)).sorted().toArray(), 0.5);
    }

    private static float[] sorted(Slice slice) {
        float[] pixels = slice.pixels();
        float[] sample = new float[(pixels.length + STEP - 1) / STEP];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = pixels[i * STEP];
        }
        Arrays.sort(sample);
        return sample;
    }
}
