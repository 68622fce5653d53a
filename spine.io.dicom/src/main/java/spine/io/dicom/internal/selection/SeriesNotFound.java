package spine.io.dicom.internal.selection;

import java.util.List;
import java.util.TreeSet;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.io.dicom.internal.scan.Series;

/** The sentences that a person reads when there is nothing to score. */
public final class SeriesNotFound {
    private final String location;
    private final List<Series> series;
    private final int otherFiles;
    private final List<Note> damaged;

    /**
     * @param location what was searched
     * @param series all that was seen there
     * @param otherFiles number of files that are not images
     * @param damaged a note on each file that may have been one and cannot be read
     */
    public SeriesNotFound(String location, List<Series> series, int otherFiles, List<Note> damaged) {
        this.location = location;
        this.series = series;
        this.otherFiles = otherFiles;
        this.damaged = List.copyOf(damaged);
    }

    /** @param anyContrast whether another contrast than STIR would have been taken */
    public UnusableInputException none(boolean anyContrast) {
        return new UnusableInputException("No sagittal " + (anyContrast ? "MR" : "STIR") + " series found in " + location + saw());
    }

    /** @param anyContrast whether another contrast than STIR would have been taken */
    public UnusableInputException tooFew(boolean anyContrast) {
        return new UnusableInputException("No sagittal " + (anyContrast ? "MR" : "STIR") + " series in " + location + " has the "
                + AutomaticChoice.LEAST_SLICES + " images at different places that a score needs" + saw());
    }

    public UnusableInputException notThere(SeriesChoice choice) {
        return new UnusableInputException("Series " + String.join(", ", new TreeSet<>(choice.seriesInstanceUids())) + " is not in "
                + location + saw());
    }

    private String saw() {
        String cause = damaged.isEmpty() ? "" : "; " + damaged.get(0).text().replaceFirst("\\.$", "")
                + (damaged.size() == 1 ? "" : ", and " + (damaged.size() - 1) + " more files cannot be read");
        return ", saw " + ContentSummary.of(series, otherFiles) + cause;
    }
}
