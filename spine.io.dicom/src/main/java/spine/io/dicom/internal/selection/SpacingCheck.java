package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import spine.api.image.Note;
import spine.api.image.SlicePlane;

/** Looks for missing slices and uneven distances in a station. */
final class SpacingCheck {
    private static final double GAP = 1.5;
    private static final double UNEVEN = 0.1;
    /** Where every second slice is missing the distance is twice the thickness or more; gaps on purpose are some tenths of it. */
    private static final double SPARSE = 1.75;

    private SpacingCheck() {
    }

    /** @return warnings, at most three */
    static List<Note> warnings(Station station) {
        List<Note> warnings = new ArrayList<>();
        double[] distances = distances(station);
        if (distances.length == 0) {
            return warnings;
        }
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double usual = sorted[(sorted.length - 1) / 2];
        long missing = Arrays.stream(distances).filter(d -> d > GAP * usual).mapToLong(d -> Math.round(d / usual) - 1).sum();
        boolean uneven = Arrays.stream(distances)
                .anyMatch(d -> Math.abs(d - usual) > UNEVEN * usual && d <= GAP * usual);
        if (missing > 0) {
            warnings.add(Note.warning(String.format(Locale.ROOT, "%d of the slices of %s are missing; the slices lie %.1f mm apart"
                    + " and there is a gap of %.1f mm.", missing, station.series().label(), usual, sorted[sorted.length - 1])));
        }
        double thickness = station.first().parameters().sliceThicknessMm();
        if (usual > SPARSE * thickness) {
            warnings.add(Note.warning(String.format(Locale.ROOT,
                    "The slices of %s lie %.1f mm apart and are only %.1f mm thick: others between"
                    + " them may be missing.", station.series().label(), usual, thickness)));
        }
        if (uneven) {
            warnings.add(Note.warning(String.format(Locale.ROOT, "The slices of %s are unevenly spaced, %.1f to %.1f mm apart.",
                    station.series().label(), sorted[0], sorted[sorted.length - 1])));
        }
        return warnings;
    }

    private static double[] distances(Station station) {
        SlicePlane first = station.first().plane().orElseThrow();
        double[] places = station.slices().stream().mapToDouble(s -> first.distanceOf(s.plane().orElseThrow().origin()))
                .toArray();
        double[] distances = new double[places.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = places[i + 1] - places[i];
        }
        return distances;
    }
}
