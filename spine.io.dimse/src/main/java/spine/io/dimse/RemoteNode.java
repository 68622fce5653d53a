package spine.io.dimse;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spine.common.text.HostPort;

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

    private static final Pattern ADDRESS = Pattern.compile("\\[?([^\\[\\]]+)]?:(\\d{1,5})");

    /** @throws IllegalArgumentException with a sentence, if a part is not valid */
    public RemoteNode {
        calledTitle = AeTitle.of(calledTitle);
        callingTitle = AeTitle.of(callingTitle);
        if (host.isBlank() || port < 1 || port > 0xffff) {
            throw new IllegalArgumentException("'" + HostPort.of(host, port) + "' is no host and port.");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("The time to wait must be longer than nothing.");
        }
    }

    /**
     * @param address {@code HOST:PORT}; an IPv6 address stands in brackets
     * @throws IllegalArgumentException with a sentence, if a part is not valid
     */
    public static RemoteNode at(String address, String calledTitle, String callingTitle, Optional<TlsSettings> tls, Duration patience) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + address + "' is not HOST:PORT.");
        }
        return new RemoteNode(parts.group(1), Integer.parseInt(parts.group(2)), calledTitle, callingTitle, tls, patience);
    }

    /** For messages: {@code HOST:PORT}, with an IPv6 address in brackets. */
    public String address() {
        return HostPort.of(host, port);
    }
}
