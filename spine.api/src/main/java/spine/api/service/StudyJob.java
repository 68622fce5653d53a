package spine.api.service;

import java.time.Instant;
import java.util.Objects;

/**
 * A study that the platform is asked to score at the moment.
 *
 * @param studyInstanceUid of the study
 * @param running whether it is being scored; else it waits for a model, an index or a writer
 * @param since when it began to run, or to wait
 */
public record StudyJob(String studyInstanceUid, boolean running, Instant since) {

    public StudyJob {
        Objects.requireNonNull(studyInstanceUid, "studyInstanceUid");
        Objects.requireNonNull(since, "since");
    }
}
