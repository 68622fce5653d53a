package spine.api.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;
import spine.api.image.Study;

/**
 * Extension point: restores a result from the folder that a {@link ReportWriter} filled, exactly as it was scored, so that it can be
 * corrected and scored again.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once.
 */
@ConsumerType
public interface ResultArchive {

    /**
     * What a result is of.
     *
     * @param studyInstanceUid the study
     * @param seriesInstanceUids the series of its stacks
     * @param indexes ids of its indices, in the order of the report
     */
    record Contents(String studyInstanceUid, Set<String> seriesInstanceUids, List<String> indexes) {

        public Contents {
            seriesInstanceUids = Set.copyOf(seriesInstanceUids);
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * Says which images to load for {@link #restore}.
     *
     * @throws UnusableInputException if the folder holds no result that can be restored; the sentence names it
     * @throws IOException if a file cannot be read
     */
    Contents contents(Path folder) throws UnusableInputException, IOException;

    /**
     * @param study the images of the result, with their pixels
     * @return the result with that study in it and the notes of its reading; without a timing
     * @throws UnusableInputException if the folder holds no result that can be restored, or the images are not those that were scored;
     *     the sentence names it
     * @throws IOException if a file cannot be read
     */
    ScoringResult restore(Path folder, Study study) throws UnusableInputException, IOException;
}
