package spine.api.deidentification;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** Tells whether studies are of one person, without telling who that is. Safe for use by many threads. */
@ProviderType
public interface StudyIdentities {

    /**
     * Of whom the study is that an image belongs to.
     *
     * @param image a DICOM file of the study
     * @param key file with the secret of {@link StudyLabels}, made if it does not exist
     * @throws UnusableInputException if the key or the image cannot be used; the sentence names the file
     * @throws IOException if the image cannot be read
     */
    StudyIdentity identity(Path image, Path key) throws UnusableInputException, IOException;
}
