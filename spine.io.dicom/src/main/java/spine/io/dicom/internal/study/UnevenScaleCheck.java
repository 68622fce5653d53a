package spine.io.dicom.internal.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.stats.OrderStatistics;

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
        List<OrderStatistics> samples = stack.slices().stream().map(UnevenScaleCheck::sample).toList();
        double[] dark = samples.stream().mapToDouble(sample -> sample.lower(DARK)).toArray();
        double bright = median(samples.stream().mapToDouble(sample -> sample.lower(BRIGHT)).toArray());
        long off = DoubleStream.of(dark).filter(value -> value > bright).count();
        boolean contrast = bright >= LEAST_CONTRAST * median(dark);
        return off == 0 || !contrast ? Optional.empty() : Optional.of(Note.warning(off + " of " + samples.size() + " images of " + label
                + " are on another scale: even their dark parts are brighter than the bright parts of the others, which can change the"
                + " scores."));
    }

    private static double median(double[] values) {
        return new OrderStatistics(values, values.length).lower(0.5);
    }

    private static OrderStatistics sample(Slice slice) {
        float[] pixels = slice.pixels();
        double[] sample = new double[(pixels.length + STEP - 1) / STEP];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = pixels[i * STEP];
        }
        return new OrderStatistics(sample, sample.length);
    }
}
