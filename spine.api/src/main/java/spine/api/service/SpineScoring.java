package spine.api.service;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;

/** Runs the whole path for one study. Safe for use by many threads; each study is one call. */
@ProviderType
public interface SpineScoring {

    /**
     * Reads, segments, localises, scores and writes one study. One version of each model and index serves it from
     * start to end, and the result names it. The result folder appears complete or not at all, with a {@code manifest.json} that tells what
     * the result was made of, and the digest of each file.
     *
     * @throws UnusableInputException if the study cannot be scored
     * @throws UnavailableException if no model or index of the wanted kind came up in time
     * @throws java.nio.file.FileAlreadyExistsException if the folder holds what a person changed or what is no result, and the request
     *     does not overwrite; the reason is a sentence
     * @throws IOException if the result cannot be written
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    ScoringResult score(StudySource source, ScoringRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException;

    /**
     * What the result folder of the request holds already. Files of the study are read for it, nothing is computed.
     *
     * @throws UnavailableException if no model or index of the wanted kind came up in time
     * @throws IOException if a file of the study or of the folder cannot be read
     */
    ExistingResult existing(StudySource source, ScoringRequest request) throws UnavailableException, IOException;
}
