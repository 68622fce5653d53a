package spine.pipeline.interval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Study;

/**
 * Whether slices are missing within the stacks of a study. What they would have shown is in no total, and the studies of a calibration have
 * all of theirs, so that no interval can say how much it is. Slices that are missing at either side of a stack cannot be told.
 */
public final class SliceGaps {
    /** Of the usual distance; slices of one stack differ by a few per cent at most. */
    private static final double GAP = 1.5;
    /** Of the thickness: where every second slice is missing the distance is twice that or more, gaps on purpose are some tenths. */
    private static final double SPARSE = 1.75;

    private SliceGaps() {
    }

    /** Why the study can have no interval, the end of a sentence; empty if no slice is known to be missing. */
    public static Optional<String> in(Study study) {
        long missing = study.stacks().stream().mapToLong(SliceGaps::missing).sum();
        if (missing > 0) {
            return Optional.of(String.format(Locale.ROOT, "%d of the slices %s missing, and what they would show is in no total; it was"
                    + " calibrated on studies with all of theirs.", missing, missing == 1 ? "is" : "are"));
        }
        return study.stacks().stream().anyMatch(SliceGaps::sparse) ? Optional.of("the slices lie so far apart that others between them may"
                + " be missing; it was calibrated on studies with all of theirs.") : Optional.empty();
    }

    private static long missing(SliceStack stack) {
        double usual = usual(stack);
        return Arrays.stream(distances(stack)).filter(distance -> usual > 0 && distance > GAP * usual)
                .mapToLong(distance -> Math.round(distance / usual) - 1).sum();
    }

    private static boolean sparse(SliceStack stack) {
        return usual(stack) > SPARSE * stack.acquisition().sliceThicknessMm();
    }

    /** The lower median of the distances, mm; NaN for a single slice. */
    private static double usual(SliceStack stack) {
        double[] sorted = distances(stack);
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    /** Of neighbouring slices, mm. */
    private static double[] distances(SliceStack stack) {
        SlicePlane first = stack.plane();
        List<Slice> slices = stack.slices();
        double[] distances = new double[slices.size() - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = first.distanceOf(slices.get(i + 1).plane().origin()) - first.distanceOf(slices.get(i).plane().origin());
        }
        return distances;
    }
}
