package spine.common.text;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/** Where something listens, in words: {@code HOST:PORT}, with an address of IPv6 in brackets (RFC 3986 3.2.2). */
public final class HostPort {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,252}[A-Za-z0-9])?");

    private HostPort() {
    }

    /** Whether a text can be the name or the address of one host: a wildcard is none, nor what has characters of another kind. */
    public static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /** @param host name or address */
    public static String of(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    public static String of(InetAddress address, int port) {
        return of(address.getHostAddress(), port);
    }

    /** @param address resolved */
    public static String of(InetSocketAddress address) {
        return of(address.getAddress(), address.getPort());
    }
}
