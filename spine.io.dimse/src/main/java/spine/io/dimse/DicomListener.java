package spine.io.dimse;

import java.io.Closeable;
import java.net.InetSocketAddress;
import org.osgi.annotation.versioning.ProviderType;

/** Takes associations until it is closed. Safe for several threads. */
@ProviderType
public interface DicomListener extends Closeable {

    /** Where it listens; the port is the real one where 0 was asked for. */
    InetSocketAddress address();

    /** Associations that are open at the moment. */
    int associations();

    /**
     * Takes no more associations, ends those that wait for their next message at once, and lets the others finish the message they are
     * in, for a few seconds. Returns when all have ended.
     */
    @Override
    void close();
}
