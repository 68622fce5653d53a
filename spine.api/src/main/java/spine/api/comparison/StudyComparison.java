package spine.api.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;
import spine.api.deidentification.StudyIdentity;
import spine.api.image.StudySource;

/** Compares results of one patient over time. Safe for use by many threads for different folders. */
@ProviderType
public interface StudyComparison {

    /** So many time points a comparison has at most. */
    int MOST = 12;

    /**
     * A scored study.
     *
     * @param result the folder that scoring wrote, with {@code json} among its formats
     * @param images the images that were scored; empty: their units are not shown. They also tell whether two studies are of one patient
     *     and in which order they were made, where the results do not
     * @param identity what was read of these images before, which counts where there are none any more; derived with one key for all time
     *     points. Empty if the caller knows nothing of the patient
     */
    record TimePoint(Path result, Optional<StudySource> images, Optional<StudyIdentity> identity) {

        public TimePoint {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(images, "images");
            Objects.requireNonNull(identity, "identity");
        }

        /** A result of a patient of whom the caller knows nothing. */
        public TimePoint(Path result, Optional<StudySource> images) {
            this(result, images, Optional.empty());
        }

        /** The same without its images. */
        public TimePoint(Path result) {
            this(result, Optional.empty());
        }
    }

    /**
     * Writes {@code comparison.html} (one page to read), {@code comparison.csv} and {@code comparison.json} (all figures). The folder
     * appears complete or not at all; the same results and images give the same bytes. What makes the comparison doubtful, such as another
     * patient, an order against the dates, other models or images that are not those that were scored, is no error: it stands in the
     * summary and in the files.
     *
     * @param timePoints two to {@link #MOST}, the oldest first
     * @param warnings sentences of the caller that make it doubtful too, such as what was left out; may be empty
     * @param folder does not exist, or holds a comparison before, which is replaced as a whole
     * @throws UnusableInputException if a folder holds no result that can be compared, images cannot be read, two of the time points are
     *     one and the same folder, or fewer than two show a spine; the sentence names it
     * @throws java.nio.file.FileAlreadyExistsException if the folder holds something else; the reason is a sentence
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if there are fewer time points than two or too many
     */
    ComparisonSummary compare(List<TimePoint> timePoints, List<String> warnings, Path folder) throws UnusableInputException, IOException;

    /** The same where the caller has nothing to add. */
    default ComparisonSummary compare(List<TimePoint> timePoints, Path folder) throws UnusableInputException, IOException {
        return compare(timePoints, List.of(), folder);
    }
}
