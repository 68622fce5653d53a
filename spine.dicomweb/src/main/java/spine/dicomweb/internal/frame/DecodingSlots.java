package spine.dicomweb.internal.frame;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import spine.api.UnusableInputException;
import spine.dicomweb.internal.http.BusyException;

/**
 * Limits how many frames are decoded at once: each may take some hundred megabytes while it is. Nobody keeps a slot while a client reads.
 */
public final class DecodingSlots {
    private static final long LONGEST_WAIT_SECONDS = 30;

    private final Semaphore slots;

    public DecodingSlots(int count) {
        this.slots = new Semaphore(count, true);
    }

    /** Work that takes the memory of a frame. */
    @FunctionalInterface
    public interface Decoding<T> {
        T run() throws IOException, UnusableInputException;
    }

    /** @throws BusyException if no slot comes free for half a minute */
    public <T> T run(Decoding<T> decoding) throws IOException, UnusableInputException {
        try {
            if (!slots.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyException("Too many images are being decoded; try again later.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a slot");
        }
        try {
            return decoding.run();
        } finally {
            slots.release();
        }
    }
}
