package spine.io.dcm4che.net.internal.request;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.DimseRSPHandler;
import spine.io.dimse.DimseStatus;

/** The answers to a request: dcm4che's thread brings them, and is held back when nobody takes them. */
final class Answer extends DimseRSPHandler {
    private static final int CAPACITY = 100;

    private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>(CAPACITY);
    private volatile boolean closed;

    /** @param data null if there is none */
    record Message(Attributes command, Attributes data) {

        DimseStatus status() {
            return new DimseStatus(command.getInt(Tag.Status, 0) & 0xffff,
                    Objects.requireNonNullElse(command.getString(Tag.ErrorComment), ""));
        }
    }

    Answer(int messageId) {
        super(messageId);
    }

    @Override
    public void onDimseRSP(Association association, Attributes command, Attributes data) {
        super.onDimseRSP(association, command, data);
        put(Optional.of(new Message(command, data)));
    }

    @Override
    public void onClose(Association association) {
        super.onClose(association);
        closed = true;
        messages.offer(Optional.empty());
    }

    private void put(Optional<Message> message) {
        try {
            messages.put(message);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the next answer, for a short time.
     *
     * @return empty if there is none yet
     * @throws IOException if there will be none
     */
    Optional<Message> poll(long millis) throws IOException, InterruptedException {
        Optional<Message> next = messages.poll(millis, TimeUnit.MILLISECONDS);
        if (next == null ? closed && messages.isEmpty() : next.isEmpty()) {
            throw new IOException("the association has ended");
        }
        return next == null ? Optional.empty() : next;
    }
}
