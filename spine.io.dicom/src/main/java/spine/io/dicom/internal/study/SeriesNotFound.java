package spine.io.dicom.internal.study;

import java.util.List;
import java.util.TreeSet;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;

/** The sentences that a person reads when there is nothing to score. */
final class SeriesNotFound {

    private SeriesNotFound() {
    }

    static UnusableInputException noStir(String location, List<Series> series, int otherFiles) {
        return new UnusableInputException(
                "no sagittal STIR series found in " + location + ", saw " + SeenSummary.of(series, otherFiles));
    }

    static UnusableInputException notThere(SeriesChoice choice, String location, List<Series> series, int otherFiles) {
        return new UnusableInputException("series " + String.join(", ", new TreeSet<>(choice.seriesInstanceUids()))
                + " is not in " + location + ", saw " + SeenSummary.of(series, otherFiles));
    }
}
