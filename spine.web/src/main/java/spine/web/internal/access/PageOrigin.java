package spine.web.internal.access;

import jakarta.servlet.http.HttpServletRequest;

/** Which page a browser sent a request from. Programs do not say, and are not asked. */
final class PageOrigin {

    private PageOrigin() {
    }

    /** Whether a page of somebody else sent it. Scripts can set neither of the headers. */
    static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        // Whatever the scheme: a proxy may speak TLS in our place.
        return origin != null && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }
}
