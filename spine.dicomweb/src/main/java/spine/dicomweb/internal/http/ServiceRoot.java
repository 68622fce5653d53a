package spine.dicomweb.internal.http;

import jakarta.servlet.http.HttpServletRequest;

/** The address under which a client sees the services, for the links in answers. */
public final class ServiceRoot {
    private static final int MOST_PORT = 65_535;

    private ServiceRoot() {
    }

    /** Without a slash at the end; as the client named it, so that it is also right behind a gateway that passes the header Host on. */
    public static String of(HttpServletRequest request) {
        String scheme = request.getScheme();
        int port = request.getServerPort();
        boolean isDefault = port < 1 || port > MOST_PORT || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (isDefault ? "" : ":" + port) + request.getContextPath()
                + request.getServletPath();
    }
}
