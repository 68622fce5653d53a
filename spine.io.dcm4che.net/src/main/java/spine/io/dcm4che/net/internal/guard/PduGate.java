package spine.io.dcm4che.net.internal.guard;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import spine.io.dimse.NetworkException;
import spine.io.dimse.toolkit.PeerWords;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * What comes from a peer, PDU by PDU (PS3.8 9.3): each is whole, of a length that was agreed and in its place before dcm4che sees a byte
 * of it. Read by one thread.
 */
final class PduGate extends InputStream {
    private static final int ASSOCIATE_RQ = 1;
    private static final int ASSOCIATE_AC = 2;
    static final int ASSOCIATE_RJ = 3;
    private static final int DATA = 4;
    private static final int RELEASE_RQ = 5;
    static final int RELEASE_RP = 6;
    static final int ABORT = 7;

    private static final int TRANSIENT = 2;
    private static final int HEADER = 6;
    /** 128 contexts with 30 transfer syntaxes each take half of it (PS3.8 9.3.2). */
    private static final int MOST_ASSOCIATE = 1 << 18;
    private static final int FIXED = 4;
    /** Title fields and what stands before them. */
    private static final int LEAST_ASSOCIATE = 68;
    /** One fragment without content. */
    private static final int LEAST_DATA = 6;
    private static final int FIRST_READ = 1 << 13;

    private final GuardedSocket socket;
    private final InputStream raw;
    private final AssociationRules rules;
    private final MessageGate messages;
    private volatile boolean established;
    private volatile boolean between = true;
    private byte[] pdu = new byte[FIRST_READ];
    private int at;
    private int end;
    /** Whether what comes belongs to a message, and how much of that has come since the last budget. */
    private boolean paced;
    private int arrived;

    PduGate(GuardedSocket socket, InputStream raw, AssociationRules rules) {
        this.socket = socket;
        this.raw = raw;
        this.rules = rules;
        this.messages = new MessageGate(rules);
    }

    /** @param contexts identifiers of those that were accepted */
    void establish(Set<Integer> contexts) {
        messages.accept(contexts);
        established = true;
    }

    boolean isEstablished() {
        return established;
    }

    /** Whether the peer is waited for between two messages, or before the first. */
    boolean isBetween() {
        return between;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (at == end && !load()) {
            return -1;
        }
        int copied = Math.min(count, end - at);
        System.arraycopy(pdu, at, into, from, copied);
        at += copied;
        return copied;
    }

    @Override
    public int available() {
        return end - at;
    }

    private boolean load() throws IOException {
        try {
            return next();
        } catch (IOException failure) {
            throw socket.broken(socket.isStopping() && between ? stopping() : failure);
        }
    }

    private static NetworkException stopping() {
        return new NetworkException("the listener ends");
    }

    private boolean next() throws IOException {
        socket.awaitTurn();
        boolean open = messages.isOpen();
        between = !open;
        if (!open && established && (rules.acceptor() || socket.isWaiting())) {
            socket.allow(rules.idle());
        }
        if (socket.isStopping() && !open) {
            throw stopping();
        }
        end = 0;
        at = 0;
        paced = open;
        if (!fill(1, true)) {
            return false;
        }
        between = false;
        int type = pdu[0];
        fill(HEADER, false);
        long length = (pdu[2] & 0xffL) << 24 | (pdu[3] & 0xff) << 16 | (pdu[4] & 0xff) << 8 | pdu[5] & 0xff;
        check(type, length);
        if (type == DATA && !open) {
            paced = true;
            arrived = 0;
            socket.allow(rules.pace());
        }
        fill(HEADER + (int) length, false);
        take(type);
        return true;
    }

    private void check(int type, long length) throws ProtocolException {
        switch (type) {
            case DATA -> require(length >= LEAST_DATA && length <= rules.pduBytes(), length);
            case ASSOCIATE_RQ, ASSOCIATE_AC -> require(length >= LEAST_ASSOCIATE && length <= MOST_ASSOCIATE, length);
            case ASSOCIATE_RJ, RELEASE_RQ, RELEASE_RP, ABORT -> require(length == FIXED, length);
            default -> throw ProtocolException.unrecognized(type & 0xff);
        }
        boolean expected = switch (type) {
            case ASSOCIATE_RQ -> rules.acceptor() && !established;
            case ASSOCIATE_AC, ASSOCIATE_RJ -> !rules.acceptor() && !established;
            case DATA -> established;
            case RELEASE_RQ, RELEASE_RP -> established && !messages.isOpen();
            default -> true;
        };
        if (!expected) {
            throw ProtocolException.unexpected(type);
        }
    }

    private static void require(boolean holds, long length) throws ProtocolException {
        if (!holds) {
            throw ProtocolException.invalid("a PDU cannot have a length of " + length);
        }
    }

    private void take(int type) throws IOException {
        switch (type) {
            case DATA -> messages.take(pdu, HEADER, end);
            case ASSOCIATE_RQ -> acceptedContexts();
            case ASSOCIATE_AC -> establish(acceptedContexts());
            case ASSOCIATE_RJ -> socket.over(new RefusedException(PeerWords.rejected(pdu[7], pdu[8], pdu[9]), pdu[7] == TRANSIENT));
            case ABORT -> socket.over(new RefusedException(PeerWords.aborted(pdu[8], pdu[9]), !established));
            case RELEASE_RQ, RELEASE_RP -> socket.over(null);
            default -> { }
        }
    }

    private Set<Integer> acceptedContexts() throws ProtocolException {
        return AssociateItems.check(pdu, HEADER + LEAST_ASSOCIATE, end, rules.pduBytes());
    }

    /**
     * Reads until the PDU has that many bytes; the array grows as they come.
     *
     * @return false at the end of the input, where it may be
     */
    private boolean fill(int wanted, boolean mayEnd) throws IOException {
        while (end < wanted) {
            if (end == pdu.length) {
                pdu = Arrays.copyOf(pdu, Math.min(wanted, 2 * pdu.length));
            }
            int read = socket.readRaw(raw, pdu, end, Math.min(wanted, pdu.length) - end);
            if (read < 0) {
                ended(mayEnd);
                return false;
            }
            end += read;
            pace(read);
        }
        return true;
    }

    private void ended(boolean mayEnd) throws IOException {
        if (mayEnd && socket.isOver()) {
            return;
        }
        throw socket.isStopping() && between ? stopping() : new RefusedException(PeerWords.CLOSED, !established);
    }

    private void pace(int read) {
        arrived += read;
        if (paced && arrived >= rules.paceBytes()) {
            arrived = 0;
            socket.allow(rules.pace());
        }
    }
}
