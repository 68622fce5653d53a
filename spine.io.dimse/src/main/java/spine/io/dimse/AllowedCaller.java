package spine.io.dimse;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Who may open an association. A title alone proves nothing, since every caller chooses its own; with an address it is a little harder to
 * pretend, and certificates of clients ({@link TlsSettings}) are what is safe.
 *
 * @param title calling AE title
 * @param addresses where it may call from, empty for anywhere
 */
public record AllowedCaller(String title, Set<InetAddress> addresses) {

    public AllowedCaller {
        title = AeTitle.of(title);
        addresses = Set.copyOf(addresses);
    }

    /**
     * @param text {@code TITLE} or {@code TITLE@HOST}; the addresses of the host are looked up once, now
     * @throws IllegalArgumentException with a sentence, if the title is none or the host is not known
     */
    public static AllowedCaller parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new AllowedCaller(text, Set.of());
        }
        String host = text.substring(at + 1);
        try {
            if (host.isBlank()) {
                throw new UnknownHostException();
            }
            return new AllowedCaller(text.substring(0, at), Set.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("The host '" + host + "' of '" + text + "' is not known.", unknown);
        }
    }

    boolean isSatisfiedBy(String callingTitle, InetAddress address) {
        return title.equals(callingTitle) && (addresses.isEmpty() || addresses.contains(address));
    }
}
