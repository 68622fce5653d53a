package spine.api.report;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;

/**
 * Extension point: reads back what a report writer left in a file, for those who compare results.
 *
 * <p>Ranking: highest {@code service.ranking}, then lowest service id. Threads: called from several threads at once.
 */
@ConsumerType
public interface ReportReader {

    /** Whether a file of that name is one that this reader knows what to do with. Does not open it. */
    boolean reads(Path file);

    /**
     * Reads one report. What the file says only by other files that it refers to is read from those beside it.
     *
     * @throws UnusableInputException if it is no such report, or a file that it refers to is missing; the sentence names the file
     * @throws IOException if a file cannot be read
     */
    ReportedStudy read(Path file) throws UnusableInputException, IOException;
}
