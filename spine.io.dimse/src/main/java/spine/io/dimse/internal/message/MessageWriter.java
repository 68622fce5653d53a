package spine.io.dimse.internal.message;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.pdu.PduType;
import spine.io.dimse.toolkit.ProtocolException;

/** Writes messages, each fragment in a PDU of its own and each PDU at once. */
public final class MessageWriter {
    /** As large as dcmtk's; larger ones are not faster. */
    private static final int LARGEST_PDU = 131_072;
    private static final int PDU_HEADER = 6;
    private static final int PDV_HEADER = 6;
    private static final int COMMAND_BIT = 1;
    private static final int LAST_BIT = 2;
    private static final int LEAST_CONTENT = 2;

    private final Connection connection;
    private final int content;
    private final byte[] pdu;

    /** @param peerMaximum longest P-DATA-TF that the peer takes, 0 for no limit (PS3.8 D.1) */
    public MessageWriter(Connection connection, long peerMaximum) throws ProtocolException {
        this.connection = connection;
        int longest = (int) (peerMaximum == 0 ? LARGEST_PDU : Math.min(LARGEST_PDU, peerMaximum));
        // Fragments have an even length (PS3.8 E.2).
        content = longest - PDV_HEADER & ~1;
        if (longest <= PDV_HEADER || content < LEAST_CONTENT) {
            throw ProtocolException.invalid("PDUs of " + peerMaximum + " bytes can hold nothing");
        }
        pdu = new byte[PDU_HEADER + PDV_HEADER + content];
    }

    public void write(int context, CommandSet command) throws IOException {
        byte[] bytes = command.encode();
        for (int at = 0; at < bytes.length; at += content) {
            int count = Math.min(content, bytes.length - at);
            System.arraycopy(bytes, at, pdu, PDU_HEADER + PDV_HEADER, count);
            write(context, count, COMMAND_BIT | (at + count == bytes.length ? LAST_BIT : 0));
        }
    }

    /** @param length bytes of the stream that are the data set */
    public void write(int context, CommandSet command, InputStream dataSet, long length) throws IOException {
        write(context, command);
        long left = length;
        do {
            int count = (int) Math.min(content, left);
            if (dataSet.readNBytes(pdu, PDU_HEADER + PDV_HEADER, count) < count) {
                throw new EOFException("the data set has become shorter");
            }
            left -= count;
            write(context, count, left == 0 ? LAST_BIT : 0);
        } while (left > 0);
    }

    private void write(int context, int count, int control) throws IOException {
        pdu[0] = PduType.DATA;
        number(2, PDV_HEADER + count);
        number(PDU_HEADER, count + 2);
        pdu[10] = (byte) context;
        pdu[11] = (byte) control;
        connection.write(pdu, 0, PDU_HEADER + PDV_HEADER + count);
    }

    private void number(int at, int value) {
        for (int i = 0; i < 4; i++) {
            pdu[at + i] = (byte) (value >>> 24 - 8 * i);
        }
    }
}
