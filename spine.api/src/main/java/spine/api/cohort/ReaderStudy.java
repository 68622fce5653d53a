package spine.api.cohort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** Agreement of the pipeline with human or simulated readers, and of these with each other. Safe for use by many threads. */
@ProviderType
public interface ReaderStudy {

    /** One page to read. */
    String PAGE = "reader-study.html";

    /** All figures, for a program. */
    String JSON = "reader-study.json";

    /** All figures, for a spreadsheet. */
    String CSV = "reader-study.csv";

    /** What was compared: one line for each study, rater and sitting. */
    String RATINGS = "ratings.csv";

    /**
     * What is compared.
     *
     * @param readings tables of readings, or folders with such tables: the files {@code *.csv} in it or, where it has none, the files
     *     {@code readings.csv} below it. Columns: {@code study} (StudyInstanceUID), {@code reader}; {@code total23}, {@code total6} or the
     *     scores of units by their level; {@code patient}, {@code timepoint}, {@code sitting} if there are several
     * @param results a folder below which result folders lie: {@code report.json} or a report of another format
     * @param truths a folder below which files {@code truth.json} of the same studies lie, and the tables that {@link #compareImages}
     *     writes; empty if the truth is not known, as of real patients
     * @param origin where the studies come from, one sentence for the page; empty if there is nothing to say
     * @param leftOut one sentence for each study that was to be compared and is not among these
     */
    record Material(List<Path> readings, Path results, Optional<Path> truths, String origin, List<String> leftOut) {

        public Material {
            readings = List.copyOf(readings);
            Objects.requireNonNull(results, "results");
            Objects.requireNonNull(truths, "truths");
            Objects.requireNonNull(origin, "origin");
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * Compares everybody with everybody, and writes {@link #PAGE}, {@link #JSON}, {@link #CSV} and {@link #RATINGS}.
     *
     * @param out made if absent
     * @return the main figures as plain text of several lines, ready to print
     * @throws UnusableInputException if a table cannot be understood, which the sentence tells with its line and column, or there are not
     *     two patients whom a reader and the pipeline have scored
     * @throws IOException if a file cannot be read or written
     */
    String compare(Material material, Path out) throws UnusableInputException, IOException;

    /**
     * Compares a result with its truth image by image, so that neither its masks nor its pixels need be kept for {@link #compare}.
     *
     * @param truth a folder with {@code truth.json} and masks
     * @param result a folder with {@code report.json} and masks
     * @param table file to write: {@code images.csv} as {@link StudyEvaluation#evaluate} has it
     * @throws UnusableInputException if one of both cannot be used, or they are not of the same study
     * @throws IOException if a file cannot be read or written
     */
    void compareImages(Path truth, Path result, Path table) throws UnusableInputException, IOException;
}
