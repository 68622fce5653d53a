package spine.io.dicom.internal.selection;

import java.util.List;
import java.util.TreeSet;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.io.dicom.internal.scan.Series;

/** The sentences that a person reads when there is nothing to score. */
public final class SeriesNotFound {

    private SeriesNotFound() {
    }

    public static UnusableInputException noStir(String location, List<Series> series, int otherFiles) {
        return new UnusableInputException(
                "no sagittal STIR series found in " + location + ", saw " + ContentSummary.of(series, otherFiles));
    }

    public static UnusableInputException notThere(SeriesChoice choice, String location, List<Series> series, int otherFiles) {
        return new UnusableInputException("series " + String.join(", ", new TreeSet<>(choice.seriesInstanceUids()))
                + " is not in " + location + ", saw " + ContentSummary.of(series, otherFiles));
    }
}
