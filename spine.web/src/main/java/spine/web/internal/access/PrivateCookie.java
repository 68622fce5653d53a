package spine.web.internal.access;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A cookie for this host alone, which no script reads.
 *
 * @param name without the prefix that it has over TLS
 * @param sameSite {@code Strict}, if no page of others may have it sent; {@code Lax}, if their links and redirections may
 */
public record PrivateCookie(String name, String sameSite) {
    /** The id of a session. */
    public static final PrivateCookie SESSION = new PrivateCookie("spine", "Strict");
    /** A browser takes a name with this prefix over TLS only, and keeps it to the host. */
    private static final String OVER_TLS = "__Host-";
    private static final int MOST = 3;

    /** The values that a request has; more than one only if somebody else has set cookies, too. */
    public List<String> values(HttpServletRequest request) {
        String full = full(request);
        List<String> values = new ArrayList<>();
        Cookie[] cookies = request.getCookies();
        for (int i = 0; cookies != null && i < cookies.length && values.size() < MOST; i++) {
            if (cookies[i].getName().equals(full)) {
                values.add(cookies[i].getValue());
            }
        }
        return values;
    }

    public void set(HttpServletRequest request, HttpServletResponse response, String value) {
        add(request, response, value, "");
    }

    public void remove(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", "; Max-Age=0");
    }

    private void add(HttpServletRequest request, HttpServletResponse response, String value, String more) {
        response.addHeader("Set-Cookie", full(request) + "=" + value + "; Path=/; HttpOnly; SameSite=" + sameSite
                + (request.isSecure() ? "; Secure" : "") + more);
    }

    private String full(HttpServletRequest request) {
        return request.isSecure() ? OVER_TLS + name : name;
    }
}
