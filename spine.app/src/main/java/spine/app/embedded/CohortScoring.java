package spine.app.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Scores studies one by one as {@code ./spine score} does, with the same bundles and settings, for a program that spreads them over several
 * processes. Safe for use by many threads. A thread that is interrupted gives its study up with a
 * {@link java.util.concurrent.CancellationException}.
 */
@ProviderType
public interface CohortScoring {
    /** Of this package, with which the program passes it to the framework. */
    String PACKAGE_VERSION = "3.1.0";

    /** Framework property: {@code true} where a program holds the platform, which has no log and no end of its own then. */
    String EMBEDDED = "spine.embedded";

    /**
     * Finds studies.
     *
     * @param locations files and folders, at least one
     * @return at least one study, in the order of the locations
     * @throws RefusedException if a location does not exist, nothing there is a study, or there is no such format
     */
    List<StudyFiles> find(List<Path> locations, ScoringOptions options) throws RefusedException;

    /**
     * Asks a server which of its studies match.
     *
     * @return at least one study, without files, in the order of the server
     * @throws RefusedException if the server cannot be asked, or no study matches
     */
    List<StudyFiles> find(WebStudies source) throws RefusedException;

    /**
     * Starts engine and models and waits for them; repeating it is harmless.
     *
     * @return what a person should know of the settings, one sentence each
     * @throws RefusedException if there is no such index or format, or no model for a role
     */
    List<String> start(ScoringOptions options) throws RefusedException;

    /**
     * Scores a study into its own folder below that of the options; the folder appears complete or not at all, and may be written by
     * several processes at a time.
     *
     * @param study as {@link #find} gave it, in this process or in another that sees the same files
     * @return also of a study that cannot be used or fails
     * @throws RefusedException if the fault is not the study's: no model is available
     * @throws IOException if the result cannot be written
     */
    StudyOutcome score(StudyFiles study, ScoringOptions options) throws RefusedException, IOException;

    /**
     * The same for a study of a server. Its objects are retrieved into a folder of this process, which is removed in any case.
     *
     * @param study as {@link #find(WebStudies)} gave it
     * @throws RefusedException if the fault may not be the study's: no model is available, or the server cannot be reached
     * @throws IOException if a file cannot be written
     */
    StudyOutcome score(StudyFiles study, WebStudies source, ScoringOptions options) throws RefusedException, IOException;

    /**
     * Adds studies to the tables of the folder, {@code studies.csv} and {@code scores.csv} among them, where rows of other studies stay,
     * and writes {@code index.html}, the page on all studies.
     *
     * @throws RefusedException if the folder cannot be written
     */
    void join(List<StudyOutcome> studies, ScoringOptions options) throws RefusedException, IOException;
}
