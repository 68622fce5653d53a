package spine.io.dimse.internal.pdu;

import java.io.IOException;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.toolkit.PeerWords;
import spine.io.dimse.toolkit.ProtocolException;

/** Reads PDUs. A length is compared with the limit of its type before anything is made of it. */
public final class PduReader {
    private static final int HEADER = 6;
    /** 128 contexts with 30 transfer syntaxes each take half of it (PS3.8 9.3.2). */
    private static final int MOST_ASSOCIATE = 1 << 18;
    private static final int FIXED = 4;
    /** One fragment without content. */
    private static final int LEAST_DATA = 6;

    private final Connection connection;
    private final int mostData;
    private int left;

    /** @param mostData longest P-DATA-TF, as announced to the peer */
    public PduReader(Connection connection, int mostData) {
        this.connection = connection;
        this.mostData = mostData;
    }

    /** @return the {@link PduType} of the next PDU; its body follows */
    public int next() throws IOException {
        int type = connection.read();
        if (type < 0) {
            return PduType.CLOSED;
        }
        byte[] rest = new byte[HEADER - 1];
        left = rest.length;
        read(rest, 0, rest.length);
        long length = (rest[1] & 0xffL) << 24 | (rest[2] & 0xff) << 16 | (rest[3] & 0xff) << 8 | rest[4] & 0xff;
        check(type, length);
        left = (int) length;
        return type;
    }

    private void check(int type, long length) throws ProtocolException {
        switch (type) {
            case PduType.DATA -> require(length >= LEAST_DATA && length <= mostData, length);
            case PduType.ASSOCIATE_RQ, PduType.ASSOCIATE_AC -> require(length <= MOST_ASSOCIATE, length);
            case PduType.ASSOCIATE_RJ, PduType.RELEASE_RQ, PduType.RELEASE_RP, PduType.ABORT -> require(length == FIXED, length);
            default -> throw ProtocolException.unrecognized(type);
        }
    }

    private static void require(boolean holds, long length) throws ProtocolException {
        if (!holds) {
            throw ProtocolException.invalid("a PDU cannot have a length of " + length);
        }
    }

    /** The body of a PDU that is no P-DATA-TF. */
    byte[] body() throws IOException {
        byte[] body = new byte[left];
        read(body, 0, body.length);
        return body;
    }

    public AssociateRequest request() throws IOException {
        return AssociateRequest.decode(body());
    }

    public AssociateAccept accept() throws IOException {
        return AssociateAccept.decode(body());
    }

    public Rejection rejection() throws IOException {
        return Rejection.decode(body());
    }

    public AbortedException aborted() throws IOException {
        return Abort.decode(body()).exception();
    }

    /** What to throw where the peer closes the connection although it should not. */
    public static AbortedException closed() {
        return new AbortedException(PeerWords.CLOSED);
    }

    /** Passes over the body of a PDU that says nothing more. */
    public void skipBody() throws IOException {
        body();
    }

    /** Bytes of the current PDU that were not read yet. */
    int left() {
        return left;
    }

    /** Fills a part of the array from the current PDU, which must have as many bytes left. */
    void read(byte[] into, int from, int count) throws IOException {
        for (int done = 0; done < count;) {
            done += readSome(into, from + done, count - done);
        }
    }

    /** @return how many bytes were read, at least one */
    int readSome(byte[] into, int from, int count) throws IOException {
        int read = connection.read(into, from, count);
        if (read < 0) {
            throw closed();
        }
        left -= read;
        return read;
    }
}
