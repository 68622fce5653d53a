package spine.deidentify.internal.file;

import java.util.Optional;
import java.util.Set;
import spine.deidentify.internal.dataset.Change;

/**
 * What became of a DICOM file.
 *
 * @param uid of the image, as it is called in the target
 * @param study and patient it belongs to, as they are called in the target
 * @param obstacle why it was not written, to follow its name; empty if it was
 * @param doubt why somebody should look at it, to follow its name; empty if there is no reason
 * @param changes what was done; empty if it was not written
 */
public record WrittenImage(String uid, String study, String patient, Optional<String> obstacle, Optional<String> doubt,
        Set<Change> changes) {
}
