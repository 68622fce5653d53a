package spine.api.image;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;

/**
 * Extension point: opens locations of one kind (DICOM files, NIfTI, a network archive).
 *
 * <p>Matching: the platform asks every reader, highest {@code service.ranking} first, then lowest service id, and
 * uses the first whose {@link #reads} says yes. Threads: readers are called from several threads at once. While a
 * reader is being replaced, a study already opened is finished with the old one. A component
 * declares the service property with {@link StudyReaderService}.
 */
@ConsumerType
public interface StudyReader {

    /** Service property: short name of the kind of source, for example {@code dicom}. Required. */
    String READER_ID = "reader.id";

    /** Whether this reader knows what to do with the location: a file or a folder that exists. Must be quick. */
    boolean reads(Path location);

    /**
     * Finds the studies below the locations, in the order of their first file.
     *
     * @param locations files and folders, at least one
     * @param choice how the stacks of each study will be chosen
     * @return at least one study
     * @throws UnusableInputException if there is no image at all; the sentence names the location and what was seen
     */
    List<StudySource> find(List<Path> locations, SeriesChoice choice) throws UnusableInputException;
}
