package spine.io.dimse.internal.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntPredicate;
import spine.io.dimse.internal.pdu.PduType;
import spine.io.dimse.internal.pdu.PdvReader;
import spine.io.dimse.toolkit.ProtocolException;

/** Reads the messages of an association. */
public final class MessageReader {
    /** Far above any of PS3.7; the longest parts are a few UIDs. */
    private static final int MOST_COMMAND = 1 << 15;

    private final PdvReader fragments;
    private final IntPredicate accepted;
    private final long mostData;
    private DataSetStream open;

    /**
     * @param accepted which presentation contexts there are
     * @param mostData largest data set, in bytes
     */
    public MessageReader(PdvReader fragments, IntPredicate accepted, long mostData) {
        this.fragments = fragments;
        this.accepted = accepted;
        this.mostData = mostData;
    }

    /** Passes over what is left of the last data set, so that its message is over. */
    public void finish() throws IOException {
        if (open != null) {
            open.finish();
            open = null;
        }
    }

    /** @return {@link PduType#DATA}: then {@link #read()} has a message; or that of a PDU for the release of the association */
    public int next() throws IOException {
        finish();
        return fragments.first();
    }

    public DimseMessage read() throws IOException {
        int context = fragments.context();
        if (!fragments.isCommand()) {
            throw ProtocolException.invalid("a message does not begin with a command");
        }
        if (!accepted.test(context)) {
            throw ProtocolException.invalid("there is no presentation context " + context);
        }
        CommandSet command = CommandSet.decode(command(context));
        open = command.hasDataSet() ? new DataSetStream(fragments, context, mostData) : null;
        return new DimseMessage(context, command, Optional.ofNullable(open));
    }

    private byte[] command(int context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        while (true) {
            int read = fragments.read(buffer, 0, buffer.length);
            if (read >= 0) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > MOST_COMMAND) {
                    throw ProtocolException.invalid("a command set is longer than " + MOST_COMMAND + " bytes");
                }
            } else if (fragments.isLast()) {
                return bytes.toByteArray();
            } else {
                fragments.next(context, true);
            }
        }
    }
}
