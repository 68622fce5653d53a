package spine.web.internal.access;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser not to do. A servlet whose page needs another policy sets its own after this. */
public final class SecurityHeaders {
    public static final String POLICY = "Content-Security-Policy";
    /** Only what comes from here, and nothing written into a page. */
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** Seconds of a year. */
    private static final long YEAR = 31_536_000;

    private SecurityHeaders() {
    }

    static void set(HttpServletResponse response, boolean tls) {
        response.setHeader(POLICY, STRICT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // With no-referrer a browser would say that the form of the login page comes from nowhere.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (tls) {
            response.setHeader("Strict-Transport-Security", "max-age=" + YEAR);
        }
    }
}
