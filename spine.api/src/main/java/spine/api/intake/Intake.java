package spine.api.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

import spine.api.job.Job;

/** Service of a serving platform: takes images, one by one, from whatever door they come through. Safe for use by many threads. */
@ProviderType
public interface Intake {

    /**
     * Keeps one object. When this returns, its bytes and the job that it belongs to are on the disk, power cut or not: only then may the
     * sender be told so. An object that a platform like this has made is kept, but starts no job and counts for none.
     *
     * @param file the object in the DICOM file format (PS3.10); read to its end, not closed
     * @param sender AE title and host, user, or inbox; no data of a patient
     * @throws IntakeException if it is not taken; nothing of it is kept then
     * @throws IOException if {@code file} cannot be read, or it cannot be written
     */
    StoredObject store(InputStream file, String sender) throws IOException;

    /**
     * Says that a study is complete, so that nobody waits for more of it.
     *
     * @return its job; empty if no image of the study is kept
     */
    Optional<Job> complete(String studyInstanceUid) throws IOException;
}
