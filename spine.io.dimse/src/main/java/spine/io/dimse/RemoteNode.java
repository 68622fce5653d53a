package spine.io.dimse;

import java.time.Duration;
import java.util.Optional;

/**
 * Another application entity, and how to call it.
 *
 * @param host name or address
 * @param calledTitle its AE title
 * @param callingTitle that by which it knows the caller
 * @param tls empty for plain connections
 * @param patience for the connection, for each answer, and for each part of what is sent to be taken
 */
public record RemoteNode(String host, int port, String calledTitle, String callingTitle, Optional<TlsSettings> tls, Duration patience) {

    /** @throws IllegalArgumentException with a sentence, if a part is not valid */
    public RemoteNode {
        calledTitle = AeTitle.of(calledTitle);
        callingTitle = AeTitle.of(callingTitle);
        if (host.isBlank() || port < 1 || port > 0xffff) {
            throw new IllegalArgumentException("'" + host + ":" + port + "' is no host and port.");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("The time to wait must be longer than nothing.");
        }
    }

    /** For messages: {@code HOST:PORT}. */
    public String address() {
        return host + ":" + port;
    }
}
