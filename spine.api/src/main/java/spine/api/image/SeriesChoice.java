package spine.api.image;

import java.util.Objects;
import java.util.Set;

/**
 * How a reader chooses the stacks of a study.
 *
 * @param seriesInstanceUids the series to take; empty: the reader chooses the sagittal STIR series itself
 * @param anyContrast also take a sagittal series that is not STIR (its scores mean little, and the report says so)
 */
public record SeriesChoice(Set<String> seriesInstanceUids, boolean anyContrast) {

    /** The reader chooses, and takes STIR only. */
    public static final SeriesChoice AUTOMATIC = new SeriesChoice(Set.of(), false);

    public SeriesChoice {
        seriesInstanceUids = Set.copyOf(Objects.requireNonNull(seriesInstanceUids, "seriesInstanceUids"));
    }
}
