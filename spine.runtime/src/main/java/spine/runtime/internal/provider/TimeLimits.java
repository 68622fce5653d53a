package spine.runtime.internal.provider;

import java.time.Duration;

/**
 * How long each kind of waiting and work may take.
 *
 * @param patience of a study for a provider that is not there
 * @param indexPatience the same for an index
 * @param drain how long a leaving provider waits for its studies
 * @param admission activation and self-test of a provider together
 * @param scoring an index over one study
 * @param segmentation a model over one stack
 * @param location a localiser over one study
 * @param writing a writer over one study
 * @param search a reader over the locations of one command
 * @param reading a reader over one study
 */
public record TimeLimits(Duration patience, Duration indexPatience, Duration drain, Duration admission, Duration scoring,
        Duration segmentation, Duration location, Duration writing, Duration search, Duration reading) {

    static TimeLimits of(TimeSettings settings) {
        return new TimeLimits(Duration.ofSeconds(settings.patience_seconds()), Duration.ofSeconds(settings.index_patience_seconds()),
                Duration.ofSeconds(settings.drain_seconds()), Duration.ofSeconds(settings.admission_seconds()),
                Duration.ofSeconds(settings.index_seconds()), Duration.ofSeconds(settings.segmentation_seconds()),
                Duration.ofSeconds(settings.location_seconds()), Duration.ofSeconds(settings.writing_seconds()),
                Duration.ofSeconds(settings.search_seconds()), Duration.ofSeconds(settings.reading_seconds()));
    }
}
