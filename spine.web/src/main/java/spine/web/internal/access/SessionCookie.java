package spine.web.internal.access;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The cookie with the id of a session: for this host alone, no script reads it, and no page of others has it sent. */
final class SessionCookie {
    /** A browser takes a name with this prefix over TLS only, and keeps it to the host. */
    private static final String OVER_TLS = "__Host-spine";
    private static final String ON_THIS_MACHINE = "spine";
    private static final int MOST = 3;

    private SessionCookie() {
    }

    /** The ids that a request has; more than one only if somebody else has set cookies, too. */
    static List<String> ids(HttpServletRequest request) {
        String name = request.isSecure() ? OVER_TLS : ON_THIS_MACHINE;
        List<String> ids = new ArrayList<>();
        Cookie[] cookies = request.getCookies();
        for (int i = 0; cookies != null && i < cookies.length && ids.size() < MOST; i++) {
            if (cookies[i].getName().equals(name)) {
                ids.add(cookies[i].getValue());
            }
        }
        return ids;
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String id) {
        add(request, response, id, "");
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", "; Max-Age=0");
    }

    private static void add(HttpServletRequest request, HttpServletResponse response, String value, String more) {
        response.addHeader("Set-Cookie", (request.isSecure() ? OVER_TLS : ON_THIS_MACHINE) + "=" + value
                + "; Path=/; HttpOnly; SameSite=Strict" + (request.isSecure() ? "; Secure" : "") + more);
    }
}
