package spine.io.dicom.internal.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;

/** Chooses the sagittal STIR stations of a study, or those of the series that a person named. */
final class StationChooser {
    /** A score needs three consecutive slices; localizers have fewer. */
    private static final int LEAST_SLICES = 3;

    private final FoundStudy study;
    private final SeriesChoice choice;
    private final List<String> notes;

    /**
     * What was chosen.
     *
     * @param stations at least one, from head to foot
     * @param notes why each series was chosen or not, and warnings
     */
    record Chosen(List<Station> stations, List<String> notes) {
    }

    StationChooser(FoundStudy study, SeriesChoice choice) {
        this.study = study;
        this.choice = choice;
        this.notes = new ArrayList<>(study.notes());
    }

    /** Whether the study has a part in the choice at all. */
    static boolean concerns(FoundStudy study, SeriesChoice choice) {
        return choice.seriesInstanceUids().isEmpty() ? study.hasMr()
                : study.series().stream().map(Series::uid).anyMatch(choice.seriesInstanceUids()::contains);
    }

    /** @throws UnusableInputException if the study holds nothing to score */
    Chosen choose() throws UnusableInputException {
        List<Station> stations = choice.seriesInstanceUids().isEmpty() ? automatic() : named();
        List<Station> ordered = new Redundancy(notes).resolve(stations).stream()
                .sorted(Comparator.comparingDouble((Station station) -> -station.centre().z())
                        .thenComparing(station -> station.first().rank()))
                .toList();
        for (Station station : ordered) {
            notes.add("Chosen: " + station.series().label() + ", " + station.slices().size() + " sagittal images.");
            Contrast contrast = station.series().contrast();
            if (contrast != Contrast.STIR) {
                notes.add("Warning: " + station.series().label() + " is " + nameOf(contrast)
                        + ", not STIR; scores from it mean little.");
            }
            notes.addAll(SpacingCheck.warnings(station));
        }
        return new Chosen(ordered, List.copyOf(notes));
    }

    private List<Station> automatic() throws UnusableInputException {
        List<Station> usable = new ArrayList<>();
        for (Series series : study.series()) {
            if (series.isMr()) {
                usable.addAll(usableStations(series));
            }
        }
        Optional<Contrast> best = usable.stream().map(station -> station.series().contrast())
                .filter(contrast -> contrast == Contrast.STIR || choice.anyContrast()).min(Comparator.naturalOrder());
        if (best.isEmpty()) {
            throw nothingFound(study.location(), study.series(), study.otherFiles());
        }
        usable.stream().map(Station::series).distinct().filter(series -> series.contrast() != best.get())
                .forEach(series -> notChosen(series, "it is " + nameOf(series.contrast())));
        return usable.stream().filter(station -> station.series().contrast() == best.get()).toList();
    }

    private List<Station> usableStations(Series series) {
        Optional<String> obstacle = series.obstacle();
        if (obstacle.isEmpty() && series.isLocalizer()) {
            obstacle = Optional.of("it is a localizer");
        }
        if (obstacle.isEmpty() && !series.orientations().contains(Orientation.SAGITTAL)) {
            obstacle = Optional.of("it is not sagittal");
        }
        if (obstacle.isPresent()) {
            notChosen(series, obstacle.get());
            return List.of();
        }
        List<Station> usable = new ArrayList<>();
        for (Station station : new StationSplitter(notes).split(series)) {
            if (station.slices().size() < LEAST_SLICES) {
                notChosen(series, "a station has fewer than " + LEAST_SLICES + " images");
            } else {
                usable.add(station);
            }
        }
        return usable;
    }

    private List<Station> named() throws UnusableInputException {
        Set<String> missing = new TreeSet<>(choice.seriesInstanceUids());
        List<Station> stations = new ArrayList<>();
        for (Series series : study.series()) {
            if (missing.remove(series.uid())) {
                demandUsable(series);
                stations.addAll(new StationSplitter(notes).split(series));
            }
        }
        missing.forEach(uid -> notes.add("Warning: series " + uid + " was asked for and is not in the study."));
        return stations;
    }

    private void demandUsable(Series series) throws UnusableInputException {
        Optional<String> obstacle = series.obstacle();
        if (obstacle.isEmpty() && !series.orientations().contains(Orientation.SAGITTAL)) {
            obstacle = Optional.of("it is not sagittal");
        }
        if (obstacle.isPresent()) {
            throw new UnusableInputException(series.label() + " in " + study.location() + " cannot be used: " + obstacle.get());
        }
        if (series.contrast() != Contrast.STIR && !choice.anyContrast()) {
            throw new UnusableInputException(series.label() + " in " + study.location() + " is " + nameOf(series.contrast())
                    + ", not STIR; --accept-any-contrast takes it nevertheless");
        }
    }

    private void notChosen(Series series, String reason) {
        notes.add("Not chosen: " + series.label() + ": " + reason + ".");
    }

    private static String nameOf(Contrast contrast) {
        return contrast == Contrast.OTHER ? "of unknown contrast" : contrast.word();
    }

    /** The sentence that a person reads when there is no series of the name. */
    static UnusableInputException notThere(SeriesChoice choice, String location, List<Series> series, int otherFiles) {
        return new UnusableInputException("series " + String.join(", ", new TreeSet<>(choice.seriesInstanceUids()))
                + " is not in " + location + ", saw " + SeenSummary.of(series, otherFiles));
    }

    /** The sentence that a person reads when there is nothing to score. */
    static UnusableInputException nothingFound(String location, List<Series> series, int otherFiles) {
        return new UnusableInputException(
                "no sagittal STIR series found in " + location + ", saw " + SeenSummary.of(series, otherFiles));
    }
}
