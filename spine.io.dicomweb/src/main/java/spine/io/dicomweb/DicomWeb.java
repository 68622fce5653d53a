package spine.io.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.Cancellation;
import spine.dicom.DicomObject;

/**
 * Service: uses the DICOM web services of other servers. It follows no redirection, so that credentials reach nobody else, and trusts no
 * answer: sizes, numbers and times are bounded. Every method throws an {@link IllegalArgumentException} with a sentence if the trusted
 * certificates of the node cannot be read. Safe for several threads.
 */
@ProviderType
public interface DicomWeb {

    /** Takes an object that a server gives. */
    @FunctionalInterface
    interface ObjectTaker {
        /** @param object in the DICOM file format; good until this returns, and not to be closed */
        void take(InputStream object) throws IOException;
    }

    /**
     * Searches (QIDO-RS, PS3.18 10.6).
     *
     * @param path below the root, such as {@code /studies}
     * @param parameters by keyword or tag
     * @return one data set for each answer; none if the server found nothing
     * @throws DicomWebException if it did not answer with what it found
     */
    List<DicomObject> search(DicomWebNode node, String path, Map<String, String> parameters) throws IOException;

    /**
     * Searches for all studies that match, however many the server gives at a time.
     *
     * @param parameters by keyword or tag, without {@code limit} and {@code offset}
     * @param most studies, above 0
     * @return StudyInstanceUIDs as the server gives them, in its order, each once; none if it found nothing
     * @throws DicomWebException as above, and if there are more; then {@link DicomWebException#isWorthTrying} is false
     */
    List<String> studies(DicomWebNode node, Map<String, String> parameters, int most) throws IOException;

    /**
     * Asks how many objects a study has.
     *
     * @param study UID
     * @return empty if the server has no such study; 0 if it does not say
     */
    OptionalInt objects(DicomWebNode node, String study) throws IOException;

    /**
     * Asks which objects a server has (QIDO-RS), one after the other.
     *
     * @param files in the DICOM file format; those that cannot be read are passed over
     * @return those of the files whose objects it has
     * @throws DicomWebException if it did not answer
     * @throws java.util.concurrent.CancellationException between two requests
     */
    List<Path> present(DicomWebNode node, List<Path> files, Cancellation cancellation) throws IOException;

    /**
     * Retrieves all objects of a study as they are stored (WADO-RS, PS3.18 10.4), one after the other.
     *
     * @param study UID
     * @return how many objects were taken
     * @throws DicomWebException if the server has no such study, gives fewer objects than it says the study has, or breaks off; then what
     *     was taken is not the whole study
     */
    int retrieve(DicomWebNode node, String study, RetrieveLimits limits, ObjectTaker taker) throws IOException;

    /**
     * Retrieves all objects of a study into files {@code UID.dcm} of a folder.
     *
     * @param folder exists; what is in it after a failure is not the whole study
     * @param progress hears how many objects are there
     * @return how many there are
     * @throws DicomWebException as above, and if an object is damaged or belongs to another study
     */
    int retrieve(DicomWebNode node, String study, RetrieveLimits limits, Path folder, IntConsumer progress) throws IOException;

    /**
     * Stores objects (STOW-RS, PS3.18 10.5), in the order given, some of them in each request.
     *
     * @param files in the DICOM file format
     * @param accepted hears of each object as soon as the server has acknowledged it
     * @throws DicomWebException if not all of them were accepted
     * @throws java.util.concurrent.CancellationException between two requests
     */
    void store(DicomWebNode node, List<Path> files, Consumer<Path> accepted, Cancellation cancellation) throws IOException;
}
