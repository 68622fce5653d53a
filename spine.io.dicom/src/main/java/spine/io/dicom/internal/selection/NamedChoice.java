package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param notes takes a warning for every named series that is not there, and a note on images of a named one left out */
    NamedChoice(FoundStudy study, SeriesChoice choice, List<Note> notes) {
        this.study = study;
        this.choice = choice;
        this.notes = notes;
    }

    /** Whether a person named the series, by its own UID or one that its files have. */
    static boolean isNamed(Series series, SeriesChoice choice) {
        return choice.seriesInstanceUids().contains(series.uid())
                || series.origin().uids().stream().anyMatch(choice.seriesInstanceUids()::contains);
    }

    /** @return at least one station, if the study holds at least one of the series */
    List<Station> stations() throws UnusableInputException {
        Map<String, List<Series>> named = new LinkedHashMap<>();
        study.series().stream().filter(series -> isNamed(series, choice))
                .forEach(part -> named.computeIfAbsent(part.uid(), uid -> new ArrayList<>()).add(part));
        List<Station> stations = new ArrayList<>();
        for (List<Series> parts : named.values()) {
            stations.addAll(stations(parts));
        }
        Set<String> missing = new TreeSet<>(choice.seriesInstanceUids());
        named.values().stream().flatMap(List::stream).forEach(part -> {
            missing.remove(part.uid());
            missing.removeAll(part.origin().uids());
        });
        missing.forEach(uid -> notes.add(Note.warning("Series " + uid + " was asked for and is not in the study.")));
        return stations;
    }

    /** Of a series that mixes kinds those are taken that can be; if none can, the largest says why. */
    private List<Station> stations(List<Series> parts) throws UnusableInputException {
        List<Station> stations = new ArrayList<>();
        Series largest = parts.get(0);
        for (Series part : parts) {
            largest = part.images().size() > largest.images().size() ? part : largest;
            Optional<String> reason = reason(part);
            if (reason.isEmpty()) {
                stations.addAll(new StationSplitter(notes).split(part));
            } else if (parts.size() > 1) {
                notes.add(Note.warning("Not chosen: " + part.partLabel() + ": " + reason.get() + "."));
            }
        }
        if (stations.isEmpty()) {
            throw new UnusableInputException(refusal(largest));
        }
        return stations;
    }

    private Optional<String> reason(Series part) {
        Optional<String> obstacle = part.obstacleToSagittal();
        return obstacle.isPresent() || part.contrast() == Contrast.STIR || choice.anyContrast() ? obstacle
                : Optional.of("it is " + part.contrast().description());
    }

    private String refusal(Series part) {
        String which = "Series " + part.title() + " in " + study.location();
        return part.obstacleToSagittal().map(obstacle -> which + " cannot be used: " + obstacle).orElseGet(() -> which + " is "
                + part.contrast().description() + ", not STIR; --accept-any-contrast takes it nevertheless");
    }
}
