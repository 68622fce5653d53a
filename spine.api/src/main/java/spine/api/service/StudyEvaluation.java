package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** Compares scored studies with their truth, and readers with each other. Safe for use by many threads. */
@ProviderType
public interface StudyEvaluation {

    /**
     * Compares reports with truths; studies are paired by their study instance UID.
     *
     * @param truth a folder below which truths lie: folders with {@code truth.json} (the shape of {@code report.json})
     *     beside masks as DICOM SEG with the names a report has
     * @param predictions a folder below which result folders lie: {@code report.json} beside its masks
     * @param out a folder, made if absent, for {@code evaluation.json} and {@code evaluation.csv} (one line per study);
     *     empty: nothing is written
     * @return the figures as plain text of several lines, ready to print
     * @throws UnusableInputException if there is no truth, or a file cannot be understood
     * @throws IOException if a file cannot be read or written
     */
    String evaluate(Path truth, Path predictions, Optional<Path> out) throws UnusableInputException, IOException;

    /**
     * Agreement of readers.
     *
     * @param scores a CSV file with a header: first the patient or study, then one column of scores per reader, two
     *     readers at least
     * @return the figures as plain text of several lines, ready to print
     * @throws UnusableInputException if the file is not such a table; the sentence names the line
     * @throws IOException if the file cannot be read
     */
    String agree(Path scores) throws UnusableInputException, IOException;
}
