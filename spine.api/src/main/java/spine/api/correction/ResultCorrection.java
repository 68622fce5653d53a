package spine.api.correction;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.StudySource;
import spine.api.report.ResultArchive;
import spine.api.service.UnavailableException;

/**
 * Scores a result again after a person has corrected its masks or the names of its levels. Safe for use by many threads; each result is one
 * call.
 */
@ProviderType
public interface ResultCorrection {

    /**
     * Says which images to find for {@link #rescore}.
     *
     * @param result the folder of a result
     * @throws UnusableInputException if it holds no result that can be corrected; the sentence names it
     * @throws IOException if a file cannot be read
     */
    ResultArchive.Contents contents(Path result) throws UnusableInputException, IOException;

    /**
     * Reads the masks of the result as they are now, computes every index on them and on the masks of the models, and writes the corrected
     * result. The models are not asked again, and the result they gave stays as it is. An unedited result gives the same scores.
     *
     * @param source the study of the result
     * @throws UnusableInputException if result, study, masks or names cannot be used or do not belong to each other
     * @throws UnavailableException if an index or writer of the wanted kind did not come up in time
     * @throws IOException if a file cannot be read or the result cannot be written
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    CorrectedResult rescore(StudySource source, CorrectionRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, UnavailableException, IOException;
}
