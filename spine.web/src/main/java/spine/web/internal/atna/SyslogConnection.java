package spine.web.internal.atna;

import java.io.Closeable;
import java.io.IOException;

/** To a syslog server. For one thread, but that others may close it. */
interface SyslogConnection extends Closeable {

    /** @param message as RFC 5424 has it */
    void send(byte[] message) throws IOException;

    /** @throws IOException if it is known that the server has ended the connection */
    void requireOpen() throws IOException;
}
