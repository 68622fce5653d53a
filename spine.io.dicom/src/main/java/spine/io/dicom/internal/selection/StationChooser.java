package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.scan.FoundStudy;
import spine.io.dicom.internal.scan.Series;

/** Chooses the stations of a study: the sagittal STIR ones, or those of the series that a person named. */
public final class StationChooser {
    private final FoundStudy study;
    private final SeriesChoice choice;
    private final List<Note> notes;

    /**
     * What was chosen.
     *
     * @param stations at least one, from head to foot
     * @param notes why each series was chosen or not, and what the reader of the report has to know
     */
    public record Chosen(List<Station> stations, List<Note> notes) {
    }

    public StationChooser(FoundStudy study, SeriesChoice choice) {
        this.study = study;
        this.choice = choice;
        this.notes = new ArrayList<>(study.notes());
    }

    /** Whether the choice concerns the study. */
    public static boolean concerns(FoundStudy study, SeriesChoice choice) {
        return choice.seriesInstanceUids().isEmpty() ? study.hasMr()
                : study.series().stream().map(Series::uid).anyMatch(choice.seriesInstanceUids()::contains);
    }

    /** @throws UnusableInputException if the study holds nothing to score */
    public Chosen choose() throws UnusableInputException {
        List<Station> stations = choice.seriesInstanceUids().isEmpty()
                ? new AutomaticChoice(study, choice.anyContrast(), notes).stations()
                : new NamedChoice(study, choice, notes).stations();
        List<Station> ordered = new DuplicateStationFilter(notes).resolve(stations).stream()
                .sorted(Comparator.comparingDouble((Station station) -> -station.centre().z())
                        .thenComparing(station -> station.first().order()))
                .toList();
        ordered.forEach(this::describe);
        return new Chosen(ordered, List.copyOf(notes));
    }

    private void describe(Station station) {
        Series series = station.series();
        notes.add(Note.info("Chosen: " + series.label() + ", " + station.slices().size() + " sagittal images."));
        if (series.contrast() != Contrast.STIR) {
            notes.add(Note.warning("Series " + series.title() + " is " + series.contrast().description()
                    + ", not STIR; scores from it mean little."));
        }
        notes.addAll(SpacingCheck.warnings(station));
    }
}
