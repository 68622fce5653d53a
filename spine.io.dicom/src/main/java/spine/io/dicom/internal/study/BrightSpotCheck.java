package spine.io.dicom.internal.study;

import java.util.Optional;
import spine.api.image.Note;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.common.stats.OrderStatistics;

/**
 * Looks for spots that no tissue explains, such as text burned into the pixels: the networks and the index see grey values in relation
 * to those around them, so that such a spot changes scores.
 */
final class BrightSpotCheck {
    /**
     * How far above the 99th percentile a spot begins. Origin: in 15 phantom stacks of both generators no pixel lies above 2.8 times that
     * percentile.
     */
    private static final double FACTOR = 4;
    /** Where spots take more than one percent themselves, the 95th percentile counts; the 99th is at most 2.8 times as high in phantoms. */
    private static final double LARGEST_RATIO = 3.5;
    /** Less of an image is noise: a spike, or the wall of a vessel. */
    private static final double SMALLEST_SHARE = 0.0005;
    private static final int SAMPLES = 100_000;

    private BrightSpotCheck() {
    }

    /** @param label how the note calls the series */
    static Optional<Note> of(SliceStack stack, String label) {
        OrderStatistics signal = signal(stack);
        if (signal.size() == 0) {
            return Optional.empty();
        }
        double tissue = Math.min(signal.lower(0.99), LARGEST_RATIO * signal.lower(0.95));
        long spotted = stack.slices().stream().filter(slice -> brighter(slice, FACTOR * tissue)
                >= Math.max(2, SMALLEST_SHARE * slice.pixels().length)).count();
        return spotted == 0 ? Optional.empty() : Optional.of(Note.warning("In " + spotted + " of " + stack.slices().size() + " images of "
                + label + " there are spots far brighter than tissue, such as burned-in text; they can change the scores."));
    }

    /** Evenly spread pixels above the darkest: air that was set to one value says nothing. */
    private static OrderStatistics signal(SliceStack stack) {
        long all = (long) stack.slices().size() * stack.rows() * stack.columns();
        int step = (int) Math.max(1, all / SAMPLES);
        double[] samples = new double[(int) (all / step) + stack.slices().size() + 1];
        int count = 0;
        for (Slice slice : stack.slices()) {
            for (int i = count % step; i < slice.pixels().length; i += step) {
                samples[count++] = slice.pixels()[i];
            }
        }
        double dark = count == 0 ? 0 : Math.max(0, new OrderStatistics(samples, count).at(0));
        int brighter = 0;
        for (int i = 0; i < count; i++) {
            if (!(samples[i] <= dark)) {
                samples[brighter++] = samples[i];
            }
        }
        return new OrderStatistics(samples, brighter);
    }

    private static int brighter(Slice slice, double limit) {
        int count = 0;
        for (float value : slice.pixels()) {
            count += value > limit ? 1 : 0;
        }
        return count;
    }
}
