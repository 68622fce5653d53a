package spine.api.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ConsumerType;

import spine.api.Cancellation;

/**
 * A service for each place that results go to. The platform keeps what is to be sent and what was accepted, tries again later, and gives up
 * after some attempts; a destination makes one attempt. Must be safe for use by many threads.
 */
@ConsumerType
public interface Destination {

    /** Unique, and the same after a restart: what is still to be sent is kept under it. */
    String name();

    /**
     * Whether it is to get an object.
     *
     * @param sopClass SOP class UID
     * @param sender who brought the study, as {@link spine.api.job.Job#sender} has it
     */
    boolean takes(String sopClass, String sender);

    /**
     * Sends objects, in the order given.
     *
     * @param objects files in the DICOM file format
     * @param accepted to be called for each object as soon as the destination has acknowledged it for good; it is never sent again then
     * @throws DeliveryException if not all of them were accepted
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    void send(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) throws DeliveryException;

    /**
     * The same after an earlier attempt of which nobody knows how it ended, so that the destination may have some of the objects already.
     * It is asked, and gets only what it has not; what it has counts as accepted. Without this method it cannot be asked, and gets all.
     *
     * @return whether it has said what it has; if not, it may have got objects twice, with the same UIDs
     * @throws DeliveryException if not all of them were accepted, or if it could not be asked at the moment; then nothing was sent
     * @throws java.util.concurrent.CancellationException when cancelled
     */
    default boolean resume(List<Path> objects, Consumer<Path> accepted, Cancellation cancellation) throws DeliveryException {
        send(objects, accepted, cancellation);
        return false;
    }

    /**
     * Why it cannot be used, or why it did not accept everything at the last attempt, in a sentence without its name and without data of a
     * patient, for the health checks; empty if nothing is wrong. Asks nobody and waits for nothing.
     */
    default String complaint() {
        return "";
    }
}
