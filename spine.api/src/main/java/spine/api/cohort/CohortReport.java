package spine.api.cohort;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** Shows all studies of a folder of results together. Safe for use by many threads, but not for one folder at a time. */
@ProviderType
public interface CohortReport {

    /**
     * Writes {@code index.html}, a page on all studies, and {@code datapackage.json}, which says what the columns of the tables beside it
     * are (Frictionless Data Package). Both replace those that are there; each appears as a whole or not at all.
     *
     * @param folder with result folders of studies, of which {@code report.json} is read, and with {@code studies.csv} as scoring leaves
     *     it, which names the studies without a result too, or without that table
     * @throws UnusableInputException if the folder has neither a result nor that table, or the table cannot be understood
     * @throws IOException if a file cannot be read or written
     */
    CohortSummary write(Path folder) throws UnusableInputException, IOException;
}
