package spine.api.deidentification;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;

/**
 * Removes from DICOM images what tells who the patient is, by the basic application level confidentiality profile of DICOM PS3.15
 * annex E. Safe for use by many threads for different targets.
 */
@ProviderType
public interface StudyDeidentification {

    /**
     * Writes the images of a place anew. The target appears complete or not at all, with {@code deidentification.json}, which says what
     * was done and carries nothing confidential. A file that cannot be used costs no other. The same key, options and files give the
     * same bytes.
     *
     * @throws UnusableInputException if there is no image that can be de-identified, the key cannot be used, nothing can be written to
     *     the target, or source and target lie in each other
     * @throws IOException if writing fails on the way, or the target exists
     * @throws java.util.concurrent.CancellationException if the caller has given up; nothing is written then
     */
    DeidentificationResult deidentify(DeidentificationRequest request, Progress progress, Cancellation cancellation)
            throws UnusableInputException, IOException;
}
