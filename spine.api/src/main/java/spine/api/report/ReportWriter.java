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
     * @param result what to write, read only
     * @param folder an existing, empty folder that belongs to this writer and study alone; the platform moves the files to those of the
     *     other writers afterwards, whose names they must not have
     * @return all files in the folder, may be empty
     * @throws IOException if a file cannot be written
     */
    List<Path> write(ScoringResult result, Path folder) throws IOException;
}
