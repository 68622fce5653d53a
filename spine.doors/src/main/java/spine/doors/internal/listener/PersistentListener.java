package spine.doors.internal.listener;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.text.FailureWords;
import spine.common.text.HostPort;
import spine.common.text.Sentence;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.StoreHandler;

/**
 * A listener that is opened again and again until it can be, and anew when its files of keys have changed. What stands in the way is
 * logged once. Safe for several threads.
 */
final class PersistentListener implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(PersistentListener.class);

    private final DicomNetwork network;
    private final StoreHandler handler;
    private final Supplier<ListenerSettings> settings;
    private final Supplier<List<Object>> files;
    private final ScheduledExecutorService attempts = Executors.newSingleThreadScheduledExecutor(attempt -> {
        Thread thread = new Thread(attempt, "dicom-door");
        thread.setDaemon(true);
        return thread;
    });
    private List<Object> opened = List.of();
    private DicomListener listener;
    private volatile Optional<InetSocketAddress> address = Optional.empty();
    private volatile String obstacle = "The DICOM listener is about to open.";

    /**
     * @param settings asked at each attempt; may throw an {@link IllegalArgumentException} with a sentence
     * @param files by what changed keys are noticed, asked at each attempt
     * @param pause between two attempts
     */
    PersistentListener(DicomNetwork network, StoreHandler handler, Supplier<ListenerSettings> settings, Supplier<List<Object>> files,
            Duration pause) {
        this.network = network;
        this.handler = handler;
        this.settings = settings;
        this.files = files;
        attempts.scheduleWithFixedDelay(this::attempt, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where it listens; empty while it does not. */
    Optional<InetSocketAddress> address() {
        return address;
    }

    /** Why it does not listen, in one sentence; has no meaning while it does. */
    String obstacle() {
        return obstacle;
    }

    private void attempt() {
        try {
            List<Object> now = files.get();
            if (listener == null || !now.equals(opened)) {
                reopen(now);
            }
        } catch (IOException | RuntimeException failure) {
            // Of what is expected the message is a sentence.
            say(Sentence.of(FailureWords.of(failure)));
        }
    }

    private void reopen(List<Object> now) throws IOException {
        ListenerSettings wanted = settings.get();
        end();
        opened = now;
        listener = network.listen(wanted, handler);
        address = Optional.of(listener.address());
        obstacle = "";
        LOG.info("DICOM is taken on {}.", HostPort.of(listener.address()));
    }

    private void say(String sentence) {
        if (!sentence.equals(obstacle)) {
            LOG.warn("{} The DICOM listener tries again.", sentence);
        }
        obstacle = sentence;
    }

    private void end() throws IOException {
        if (listener != null) {
            address = Optional.empty();
            obstacle = "The DICOM listener is being closed.";
            listener.close();
            listener = null;
        }
    }

    /** Associations end as {@link DicomListener#close} says. */
    @Override
    public void close() throws IOException {
        attempts.shutdown();
        try {
            // An attempt under way may wait for the associations of the listener before.
            attempts.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        end();
    }
}
