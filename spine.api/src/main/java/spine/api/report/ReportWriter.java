package spine.api.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Extension point: writes a result in one format.
 *
 * <p>Matching: by {@link #FORMAT}, exactly; highest {@code service.ranking}, then lowest service id. Threads: called
 * from several threads at once, for different folders. A component declares the service property with {@link ReportWriterService}.
 */
@ConsumerType
public interface ReportWriter {

    /** Service property, String, required: the word after {@code --format}, such as {@code json}. */
    String FORMAT = "report.format";

    /**
     * Writes the files of this format into the folder. The same result gives the same bytes, apart from timing.
     *
     * @param result what to write
     * @param folder an existing folder that belongs to this study alone; the platform moves it into place afterwards
     * @return the files written, may be empty
     * @throws IOException if a file cannot be written
     */
    List<Path> write(ScoringResult result, Path folder) throws IOException;
}
