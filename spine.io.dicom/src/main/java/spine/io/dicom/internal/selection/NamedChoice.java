package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.scan.FoundStudy;
import spine.io.dicom.internal.scan.Series;

/** Takes the series that a person named. */
final class NamedChoice {
    private final FoundStudy study;
    private final SeriesChoice choice;
    private final List<Note> notes;

    /** @param notes takes a warning for every named series that is not there */
    NamedChoice(FoundStudy study, SeriesChoice choice, List<Note> notes) {
        this.study = study;
        this.choice = choice;
        this.notes = notes;
    }

    /** @return at least one station, if the study holds at least one of the series */
    List<Station> stations() throws UnusableInputException {
        Set<String> missing = new TreeSet<>(choice.seriesInstanceUids());
        List<Station> stations = new ArrayList<>();
        for (Series series : study.series()) {
            if (missing.remove(series.uid())) {
                demandUsable(series);
                stations.addAll(new StationSplitter(notes).split(series));
            }
        }
        missing.forEach(uid -> notes.add(Note.warning("Series " + uid + " was asked for and is not in the study.")));
        return stations;
    }

    private void demandUsable(Series series) throws UnusableInputException {
        String which = series.label() + " in " + study.location();
        Optional<String> obstacle = series.obstacleToSagittal();
        if (obstacle.isPresent()) {
            throw new UnusableInputException(which + " cannot be used: " + obstacle.get());
        }
        if (series.contrast() != Contrast.STIR && !choice.anyContrast()) {
            throw new UnusableInputException(which + " is " + series.contrast().description()
                    + ", not STIR; --accept-any-contrast takes it nevertheless");
        }
    }
}
