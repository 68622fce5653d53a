package spine.phantom.internal.core;

import java.io.IOException;
import java.nio.file.Path;
import spine.phantom.internal.core.dicom.StudyWriter;

/** One of the two generators of synthetic studies. Safe for use by many threads. */
public interface Profile {

    /** The name that selects it, as in {@link spine.api.service.PhantomGenerator#write(String, long, Path)}. */
    String name();

    /**
     * Generates a study and writes it with its truth.
     *
     * @param seed determines the study completely
     * @param writer writes the files
     * @param folder does not exist yet; appears complete or not at all
     */
    void write(long seed, StudyWriter writer, Path folder) throws IOException;
}
