package spine.io.dicom.internal.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.io.dicom.internal.header.Contrast;
import spine.io.dicom.internal.header.ImageComponent;
import spine.io.dicom.internal.orientation.AnatomicalPlane;
import spine.io.dicom.internal.scan.FoundStudy;
import spine.io.dicom.internal.scan.Series;

/** Chooses by what the headers say. */
final class AutomaticChoice {
    /** A score needs three consecutive slices; localizers have fewer. */
    static final int LEAST_SLICES = 3;

    private final FoundStudy study;
    private final boolean anyContrast;
    private final List<Note> notes;
    private final List<Series> tooFew = new ArrayList<>();

    /**
     * @param anyContrast take what comes nearest to STIR where there is none
     * @param notes takes a note on every MR series not chosen
     */
    AutomaticChoice(FoundStudy study, boolean anyContrast, List<Note> notes) {
        this.study = study;
        this.anyContrast = anyContrast;
        this.notes = notes;
    }

    /** @return at least one station, all of one contrast */
    List<Station> stations() throws UnusableInputException {
        List<Station> usable = new ArrayList<>();
        study.series().stream().filter(series -> series.isMr() || series.isPart()).forEach(series -> usable.addAll(usableStations(series)));
        Contrast best = usable.stream().map(station -> station.series().contrast()).filter(this::isWanted).min(Comparator.naturalOrder())
                .orElseThrow(this::notFound);
        usable.stream().map(Station::series).distinct().filter(series -> series.contrast() != best)
                .forEach(series -> notChosen(series, "it is " + series.contrast().description()));
        return usable.stream().filter(station -> station.series().contrast() == best).toList();
    }

    private boolean isWanted(Contrast contrast) {
        return contrast == Contrast.STIR || anyContrast;
    }

    private UnusableInputException notFound() {
        SeriesNotFound sentence = new SeriesNotFound(study.location(), study.series(), study.otherFiles(), study.damaged());
        return tooFew.stream().anyMatch(series -> isWanted(series.contrast())) ? sentence.tooFew(anyContrast) : sentence.none(anyContrast);
    }

    private List<Station> usableStations(Series series) {
        Optional<String> obstacle = series.obstacle().isEmpty() && series.isLocalizer() ? Optional.of("it is a localizer")
                : series.obstacleToSagittal();
        if (obstacle.isPresent()) {
            notChosen(series, obstacle.get());
            return List.of();
        }
        List<Station> usable = new ArrayList<>();
        for (Station station : new StationSplitter(notes).split(series)) {
            if (station.slices().size() < LEAST_SLICES) {
                leaveOut(station);
                tooFew.add(series);
            } else {
                usable.add(station);
            }
        }
        return usable;
    }

    private void notChosen(Series series, String reason) {
        String text = "Not chosen: " + (series.origin().crossingPlanes() ? series.label() : series.partLabel()) + ": " + reason + ".";
        notes.add(isMissed(series) ? Note.warning(text) : Note.info(text));
    }

    /** What would have been scored, were it not for the reason, has to be known to who reads the scores. */
    private boolean isMissed(Series series) {
        boolean wanted = isWanted(series.contrast()) && !series.isLocalizer() && !series.first().isDerived()
                && series.first().component() == ImageComponent.MAGNITUDE;
        boolean sagittal = series.orientation().map(plane -> plane == AnatomicalPlane.SAGITTAL).orElse(true);
        return series.isMr() && (series.isPart() ? series.obstacle().isPresent() || wanted
                : series.obstacle().isPresent() && wanted && sagittal);
    }

    /** Of images too few to score: a station that was begun, or images whose header gives them a wrong place. */
    private void leaveOut(Station station) {
        Series series = station.series();
        int count = station.slices().size();
        String which = count == series.images().size() ? series.partLabel()
                : count + " of the " + series.images().size() + " images of " + series.label() + " (" + station.first().source().file()
                        + (count > 1 ? " and others" : "") + ")";
        String text = "Not chosen: " + which + ": a station has fewer than " + LEAST_SLICES + " images.";
        notes.add(isWanted(series.contrast()) ? Note.warning(text) : Note.info(text));
    }
}
