package spine.api.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/** Service of a serving platform: the files that it keeps of studies, for as long as it keeps them. Safe for use by many threads. */
@ProviderType
public interface StudyArchive {

    /** UIDs of the studies of which something is kept, in order. */
    List<String> studies() throws IOException;

    /**
     * What was received of a study, results of other platforms included.
     *
     * @return files in the DICOM file format, by SOP instance UID; empty if nothing is kept
     */
    List<Path> received(String studyInstanceUid) throws IOException;

    /** The result folder of the newest revision that has a result; replaced as a whole when a newer one gets its own. */
    Optional<Path> result(String studyInstanceUid) throws IOException;

    /**
     * The folder with the comparison of that result with the earlier ones of the patient; replaced as a whole by a newer one.
     *
     * @return empty if there is none (yet)
     */
    default Optional<Path> comparison(String studyInstanceUid) throws IOException {
        return Optional.empty();
    }

    /**
     * Why that result is not compared with others, of studies that have the same PatientID or that cannot be told to have it.
     *
     * @return sentences without data of a patient; none if nothing is in doubt, or if it has not been looked at yet
     */
    default List<String> comparisonDoubts(String studyInstanceUid) throws IOException {
        return List.of();
    }
}
