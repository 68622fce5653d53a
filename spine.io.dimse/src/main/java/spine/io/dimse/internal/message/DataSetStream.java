package spine.io.dimse.internal.message;

import java.io.IOException;
import java.io.InputStream;
import spine.io.dimse.NetworkException;
import spine.io.dimse.internal.pdu.PdvReader;

/** The data set of a message, put together from its fragments as they come. */
final class DataSetStream extends InputStream {
    private final PdvReader fragments;
    private final int context;
    private final long most;
    private long length;
    private boolean ended;
    private IOException failure;

    /** @param most bytes; reading fails beyond */
    DataSetStream(PdvReader fragments, int context, long most) {
        this.fragments = fragments;
        this.context = context;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        if (failure != null) {
            throw sentence();
        }
        try {
            return count == 0 ? 0 : readFragment(into, from, count);
        } catch (IOException broken) {
            failure = broken;
            throw sentence();
        }
    }

    private int readFragment(byte[] into, int from, int count) throws IOException {
        while (!ended) {
            int read = started() ? fragments.read(into, from, count) : -1;
            if (read >= 0) {
                length += read;
                if (length > most) {
                    throw new NetworkException("the data set is larger than " + most + " bytes");
                }
                return read;
            }
            if (started() && fragments.isLast()) {
                ended = true;
            } else {
                fragments.next(context, false);
            }
        }
        return -1;
    }

    /** Until the first fragment of the data set is there, the current one is the last of the command. */
    private boolean started() {
        return !fragments.isCommand();
    }

    /** A handler that stores the data set must be able to tell that the peer broke off, and not its disk. */
    private NetworkException sentence() {
        return failure instanceof NetworkException told ? told : new NetworkException(failure.getMessage(), failure);
    }

    /** Passes over what was not read. */
    void finish() throws IOException {
        byte[] dropped = new byte[8192];
        while (read(dropped, 0, dropped.length) >= 0) {
            // Nobody wants it.
        }
    }
}
