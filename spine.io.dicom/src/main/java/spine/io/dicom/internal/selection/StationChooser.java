package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.api.image.SeriesChoice;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.header.ImageHeader;
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
        this.notes = new ArrayList<>(DamageSummary.of(study.damaged()).stream().toList());
        notes.addAll(study.notes());
    }

    /** Whether the choice concerns the study. Files of no known study concern whoever asks for all there is. */
    public static boolean concerns(FoundStudy study, SeriesChoice choice) {
        return choice.seriesInstanceUids().isEmpty() ? study.hasMr() || study.isStray()
                : study.series().stream().anyMatch(series -> NamedChoice.isNamed(series, choice));
    }

    /** @throws UnusableInputException if the study holds nothing to score */
    public Chosen choose() throws UnusableInputException {
        if (study.obstacle().isPresent()) {
            throw unusable(study.obstacle().get());
        }
        List<Station> stations = choice.seriesInstanceUids().isEmpty()
                ? new AutomaticChoice(study, choice.anyContrast(), notes).stations()
                : new NamedChoice(study, choice, notes).stations();
        if (!study.named()) {
            Optional<String> doubt = RepeatedStations.ofSeveralExams(stations);
            if (doubt.isPresent()) {
                throw unusable(doubt.get());
            }
        }
        List<Station> ordered = new DuplicateStationFilter(notes).resolve(stations).stream()
                .sorted(Comparator.comparingDouble((Station station) -> -station.centre().z())
                        .thenComparing(station -> station.first().order()))
                .toList();
        Optional<String> repeated = repeatedImage(ordered);
        if (repeated.isPresent()) {
            throw unusable(repeated.get());
        }
        ordered.forEach(this::describe);
        ExamDays.warning(ordered).ifPresent(notes::add);
        return new Chosen(ordered, List.copyOf(notes));
    }

    private UnusableInputException unusable(String reason) {
        return new UnusableInputException("Study " + study.uid() + " in " + study.location() + " cannot be used: " + reason + ".");
    }

    /** Copies of one image in two series that show different places. */
    private static Optional<String> repeatedImage(List<Station> stations) {
        Map<String, ImageHeader> seen = new HashMap<>();
        for (Station station : stations) {
            for (ImageHeader image : station.slices()) {
                ImageHeader other = seen.putIfAbsent(image.identity(), image);
                if (other != null) {
                    return Optional.of(other.source().file() + " and " + image.source().file() + " hold the same image with the same"
                            + " SOPInstanceUID in two series that are both to be scored");
                }
            }
        }
        return Optional.empty();
    }

    private void describe(Station station) {
        Series series = station.series();
        notes.add(Note.info("Chosen: " + series.label() + ", " + station.slices().size() + " sagittal images."));
        if (series.contrast() != Contrast.STIR) {
            notes.add(Note.warning("Series " + series.title() + " is " + series.contrast().description()
                    + ", not STIR; scores from it mean little."));
        }
        Map<String, Long> remarks = station.slices().stream().flatMap(slice -> slice.remarks().stream())
                .collect(Collectors.groupingBy(remark -> remark, TreeMap::new, Collectors.counting()));
        remarks.forEach((remark, count) -> notes.add(Note.info("Of " + count + " images of " + series.label() + " " + remark + ".")));
        notes.addAll(SpacingCheck.warnings(station));
        notes.addAll(RescaleCheck.warnings(station));
        notes.addAll(new ConcatenationCheck(study).warnings(station));
    }
}
