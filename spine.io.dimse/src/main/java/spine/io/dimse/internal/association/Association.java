package spine.io.dimse.internal.association;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.connection.Pace;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.message.MessageReader;
import spine.io.dimse.internal.message.MessageWriter;
import spine.io.dimse.internal.pdu.Abort;
import spine.io.dimse.internal.pdu.PduReader;
import spine.io.dimse.internal.pdu.PduType;
import spine.io.dimse.internal.pdu.PdvReader;
import spine.io.dimse.toolkit.Context;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * An association that was granted, seen from either side: the state machine of PS3.8 9.2 from Sta6 on. Used by one thread.
 */
public final class Association implements Closeable {
    /** How long a peer may take to close the connection after the last PDU (the ARTIM timer of PS3.8 9.1.5). */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private enum State {
        /** Sta6. */
        ESTABLISHED,
        /** Sta7, and Sta9 and Sta11 where both sides ask at once. */
        RELEASE_REQUESTED,
        /** Sta13 and Sta1. */
        ENDED
    }

    private final Connection connection;
    private final Map<Integer, Context> contexts;
    private final MessageReader reader;
    private final MessageWriter writer;
    private State state = State.ESTABLISHED;

    /**
     * @param pdus have nothing left of the PDUs that made the association
     * @param peerMaximum longest P-DATA-TF that the peer takes, 0 for no limit
     * @param mostData largest data set that is taken, in bytes
     */
    Association(Connection connection, PduReader pdus, Pace pace, Map<Integer, Context> contexts, long peerMaximum, long mostData)
            throws ProtocolException {
        this.connection = connection;
        this.contexts = Map.copyOf(contexts);
        this.reader = new MessageReader(new PdvReader(pdus, pace), contexts::containsKey, mostData);
        this.writer = new MessageWriter(connection, peerMaximum);
    }

    /** Address of the other side. */
    public InetAddress peer() {
        return connection.peer();
    }

    /** By identifier, those that were accepted. */
    public Map<Integer, Context> contexts() {
        return contexts;
    }

    /**
     * Waits for the next message of a peer that has the say. What was left of the data set before is passed over first.
     *
     * @param idle how long it may take to begin
     * @return empty if the peer has released the association, which then is at its end
     */
    public Optional<DimseMessage> next(Duration idle) throws IOException {
        connection.allow(idle);
        int type = reader.next();
        if (type == PduType.DATA) {
            return Optional.of(reader.read());
        }
        if (type != PduType.RELEASE_RQ) {
            throw ProtocolException.unexpected(type);
        }
        end(release(PduType.RELEASE_RP));
        return Optional.empty();
    }

    /** Passes over what is left of the data set of the last message. */
    public void finishMessage() throws IOException {
        reader.finish();
    }

    /** Sends a message without a data set. */
    public void send(int context, CommandSet command) throws IOException {
        writer.write(context, command);
    }

    /** Sends a message with a data set of {@code length} bytes. */
    public void send(int context, CommandSet command, InputStream dataSet, long length) throws IOException {
        writer.write(context, command, dataSet, length);
    }

    /** Waits for the response to a request. */
    public CommandSet response(int messageId, Duration patience) throws IOException {
        connection.allow(patience);
        int type = reader.next();
        if (type != PduType.DATA) {
            throw ProtocolException.unexpected(type);
        }
        CommandSet response = reader.read().command();
        if (response.answeredId() != messageId) {
            throw ProtocolException.invalid("a response belongs to no request");
        }
        return response;
    }

    /** Lets the thread that waits for the peer find the end of what comes; it can still send. Any thread may call this. */
    public void endInput() {
        connection.endInput();
    }

    /** Asks the peer to end, and waits until it agrees or its time is over. All has been answered, so either will do. */
    public void release(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            write(release(PduType.RELEASE_RQ));
            state = State.RELEASE_REQUESTED;
            connection.allow(patience);
            for (int type = reader.next(); type != PduType.RELEASE_RP && System.nanoTime() - end < 0; type = reader.next()) {
                afterReleaseRequest(type);
            }
        } catch (IOException broken) {
            // The connection is closed in any case.
        }
        close();
    }

    /** A last message may still come (Sta7), and the peer may have asked at the same moment. */
    private void afterReleaseRequest(int type) throws IOException {
        if (type == PduType.DATA) {
            reader.read();
        } else {
            write(release(PduType.RELEASE_RP));
        }
    }

    /** Tells the peer that this is the end, if it can be told. */
    public void abort(Abort abort) {
        try {
            end(abort.encode());
        } catch (IOException gone) {
            close();
        }
    }

    @Override
    public void close() {
        state = State.ENDED;
        connection.close();
    }

    private void end(byte[] lastPdu) throws IOException {
        if (state != State.ENDED) {
            state = State.ENDED;
            write(lastPdu);
            connection.awaitEnd(CLOSING);
            connection.close();
        }
    }

    private void write(byte[] pdu) throws IOException {
        connection.write(pdu, 0, pdu.length);
    }

    private static byte[] release(int type) {
        return new byte[] {(byte) type, 0, 0, 0, 0, 4, 0, 0, 0, 0};
    }
}
