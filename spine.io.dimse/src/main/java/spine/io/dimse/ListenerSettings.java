package spine.io.dimse;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where to listen, and for whom.
 *
 * @param address local address
 * @param port 0 for any that is free
 * @param titles AE titles by which the listener may be called, empty for any
 * @param callers who may call; empty for everybody on this machine, which is possible on a loopback address alone
 * @param tls empty for plain connections
 */
public record ListenerSettings(InetAddress address, int port, Set<String> titles, List<AllowedCaller> callers, Optional<TlsSettings> tls,
        ListenerLimits limits) {

    /** @throws IllegalArgumentException with a sentence, if everybody could reach a listener without a list of callers */
    public ListenerSettings {
        titles = Set.copyOf(titles.stream().map(AeTitle::of).toList());
        callers = List.copyOf(callers);
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("There is no port " + port + ".");
        }
        if (callers.isEmpty() && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("Without a list of callers DICOM is taken from this machine only, not on "
                    + address.getHostAddress() + ".");
        }
    }

    /** Whether the caller is on the list, or there is none. */
    public boolean allows(String callingTitle, InetAddress peer) {
        return callers.isEmpty() || callers.stream().anyMatch(caller -> caller.isSatisfiedBy(callingTitle, peer));
    }

    /** Whether the listener may be called by this title. */
    public boolean isCalled(String title) {
        return titles.isEmpty() || titles.contains(title);
    }
}
