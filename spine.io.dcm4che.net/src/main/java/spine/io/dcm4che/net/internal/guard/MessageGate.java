package spine.io.dcm4che.net.internal.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import spine.io.dimse.NetworkException;
import spine.io.dimse.toolkit.ProtocolException;

/**
 * Follows the messages of an association through the fragments of its P-DATA-TF PDUs (PS3.8 9.3.5), so that only messages of a right form
 * and of a bounded size come to dcm4che, which keeps commands and the data sets of responses in memory.
 */
final class MessageGate {
    private static final int PDV_HEADER = 6;
    private static final int LEAST_PDV = 2;
    private static final int COMMAND_BIT = 1;
    private static final int LAST_BIT = 2;
    /** Far above any of PS3.7; the longest parts are a few UIDs. */
    private static final int MOST_COMMAND = 1 << 15;
    private static final long MOST_RESPONSE_DATA = 1 << 20;

    private enum Part { NONE, COMMAND, DATA }

    private final AssociationRules rules;
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private volatile Set<Integer> accepted = Set.of();
    private Part part = Part.NONE;
    private int context;
    private long bytes;
    private long most;

    MessageGate(AssociationRules rules) {
        this.rules = rules;
    }

    /** @param contexts identifiers of those in which messages may come */
    void accept(Set<Integer> contexts) {
        accepted = Set.copyOf(contexts);
    }

    /** Whether a message has begun and not ended. */
    boolean isOpen() {
        return part != Part.NONE;
    }

    /** Takes the fragments of a whole PDU, which is at {@code from}. */
    void take(byte[] pdu, int from, int end) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(pdu, from, end - from);
        while (in.hasRemaining()) {
            if (in.remaining() < PDV_HEADER) {
                throw ProtocolException.invalid("a PDU ends within the head of a fragment");
            }
            int length = in.getInt();
            if (length < LEAST_PDV || length > in.remaining()) {
                throw ProtocolException.invalid("a fragment cannot have a length of " + (length & 0xffffffffL));
            }
            int id = in.get() & 0xff;
            int control = in.get();
            fragment(id, (control & COMMAND_BIT) != 0, (control & LAST_BIT) != 0, in.slice().limit(length - LEAST_PDV));
            in.position(in.position() + length - LEAST_PDV);
        }
    }

    private void fragment(int id, boolean isCommand, boolean last, ByteBuffer content) throws IOException {
        // Otherwise a peer could send nothing for ever, and quickly.
        if (!last && !content.hasRemaining()) {
            throw ProtocolException.invalid("a fragment that is not the last one is empty");
        }
        if (part == Part.NONE) {
            begin(id, isCommand);
        } else if (id != context || isCommand != (part == Part.COMMAND)) {
            throw ProtocolException.invalid("a message is interrupted by another one");
        }
        bytes += content.remaining();
        if (part == Part.COMMAND) {
            command(content, last);
        } else if (bytes > most) {
            throw new NetworkException("the data set is larger than " + most + " bytes");
        } else if (last) {
            part = Part.NONE;
        }
    }

    private void begin(int id, boolean isCommand) throws IOException {
        if (!isCommand) {
            throw ProtocolException.invalid("a message does not begin with a command");
        }
        if (!accepted.contains(id)) {
            throw ProtocolException.invalid("there is no presentation context " + id);
        }
        part = Part.COMMAND;
        context = id;
        bytes = 0;
        command.reset();
    }

    private void command(ByteBuffer content, boolean last) throws IOException {
        if (bytes > MOST_COMMAND) {
            throw ProtocolException.invalid("a command set is longer than " + MOST_COMMAND + " bytes");
        }
        byte[] copy = new byte[content.remaining()];
        content.get(copy);
        command.writeBytes(copy);
        if (last) {
            CommandHead head = CommandHead.decode(command.toByteArray());
            rules.messages().check(head);
            part = head.hasDataSet() ? Part.DATA : Part.NONE;
            bytes = 0;
            most = head.isResponse() ? MOST_RESPONSE_DATA : rules.dataBytes();
        }
    }
}
