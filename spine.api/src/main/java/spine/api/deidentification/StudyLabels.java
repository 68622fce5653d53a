package spine.api.deidentification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;
import spine.api.image.StudyLabel;

/** Labels for results of studies. Safe for use by many threads. */
@ProviderType
public interface StudyLabels {

    /**
     * The label of the study that an image belongs to. Its pseudonym is the one that {@link StudyDeidentification} gives the patient with
     * the same key; images that it has written keep theirs.
     *
     * @param image a DICOM file of the study
     * @param key file with the secret, made if it does not exist; empty: no pseudonym
     * @param date whether to tell the date of the study
     * @throws UnusableInputException if the key or the image cannot be used; the sentence names the file
     * @throws IOException if the image cannot be read
     */
    StudyLabel label(Path image, Optional<Path> key, boolean date) throws UnusableInputException, IOException;
}
