package spine.common.text;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Where something listens, in words: {@code HOST:PORT}, with an address of IPv6 in brackets (RFC 3986 3.2.2). */
public final class HostPort {

    private HostPort() {
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
