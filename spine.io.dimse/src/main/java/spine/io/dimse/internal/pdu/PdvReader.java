package spine.io.dimse.internal.pdu;

import java.io.IOException;
import spine.io.dimse.internal.connection.Pace;
import spine.io.dimse.toolkit.ProtocolException;

/** Reads the presentation data values of P-DATA-TF PDUs, the fragments that messages come in (PS3.8 9.3.5, annex E.2). */
public final class PdvReader {
    private static final int LENGTH_FIELD = 4;
    private static final int PDV_HEADER = 2;
    private static final int COMMAND_BIT = 1;
    private static final int LAST_BIT = 2;

    private final PduReader pdus;
    private final Pace pace;
    private final byte[] header = new byte[LENGTH_FIELD + PDV_HEADER];
    private int context;
    private int control;
    private int left;

    public PdvReader(PduReader pdus, Pace pace) {
        this.pdus = pdus;
        this.pace = pace;
    }

    /**
     * Goes to the first fragment of a message.
     *
     * @return {@link PduType#DATA}, {@link PduType#RELEASE_RQ} or {@link PduType#RELEASE_RP}
     * @throws AbortedException if there will be none
     */
    public int first() throws IOException {
        if (pdus.left() == 0) {
            int type = pdus.next();
            if (type != PduType.DATA) {
                return withoutData(type);
            }
        }
        pace.begin();
        readHeader();
        return PduType.DATA;
    }

    /** Goes to the next fragment of the message, which must belong to the same context and be of the same kind. */
    public void next(int sameContext, boolean command) throws IOException {
        if (pdus.left() == 0) {
            int type = pdus.next();
            if (type != PduType.DATA) {
                throw ProtocolException.unexpected(withoutData(type));
            }
        }
        readHeader();
        if (context != sameContext || isCommand() != command) {
            throw ProtocolException.invalid("a message is interrupted by another one");
        }
    }

    private int withoutData(int type) throws IOException {
        switch (type) {
            case PduType.RELEASE_RQ, PduType.RELEASE_RP -> pdus.skipBody();
            case PduType.ABORT -> throw pdus.aborted();
            case PduType.CLOSED -> throw PduReader.closed();
            default -> throw ProtocolException.unexpected(type);
        }
        return type;
    }

    private void readHeader() throws IOException {
        if (pdus.left() < header.length) {
            throw ProtocolException.invalid("a PDU ends within the head of a fragment");
        }
        pdus.read(header, 0, header.length);
        long length = (header[0] & 0xffL) << 24 | (header[1] & 0xff) << 16 | (header[2] & 0xff) << 8 | header[3] & 0xff;
        if (length < PDV_HEADER || length - PDV_HEADER > pdus.left()) {
            throw ProtocolException.invalid("a fragment cannot have a length of " + length);
        }
        context = header[4] & 0xff;
        control = header[5];
        left = (int) length - PDV_HEADER;
        // Otherwise a peer could send nothing for ever, and quickly.
        if (left == 0 && !isLast()) {
            throw ProtocolException.invalid("a fragment that is not the last one is empty");
        }
    }

    /**
     * Reads from the current fragment.
     *
     * @return how many bytes were read, at least one, or -1 at its end
     */
    public int read(byte[] into, int from, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = pdus.readSome(into, from, Math.min(count, left));
        left -= read;
        pace.arrived(read);
        return read;
    }

    /** Bytes of the current fragment that were not read yet. */
    public int left() {
        return left;
    }

    public int context() {
        return context;
    }

    public boolean isCommand() {
        return (control & COMMAND_BIT) != 0;
    }

    public boolean isLast() {
        return (control & LAST_BIT) != 0;
    }
}
