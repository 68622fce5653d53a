package spine.web.internal.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.access.AccessLog;
import spine.web.internal.access.Route.Trace;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;

/** The context of all servlets of the platform, those of other bundles included. No request reaches one of them but through here. */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = SpineContext.NAME, path = "/")
public final class SpineContext extends ServletContextHelper {
    public static final String NAME = "spine";
    /** For {@code HttpWhiteboardContextSelect}. */
    public static final String SELECT = "(osgi.http.whiteboard.context.name=" + NAME + ")";
    /** Attribute of a request, a text: what else the access log says of it, such as the model that was chosen. */
    public static final String DETAIL = "spine.access.detail";
    /** Attribute of a request, a text: StudyInstanceUID for the access log, where the path has none. */
    public static final String STUDY = "spine.access.study";
    private static final String ROUTE = "spine.web.route";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final String CSRF = "X-CSRF-Token";
    /** Requests that pages send by themselves; they do not keep a login alive. */
    private static final Set<String> PASSIVE = Set.of("/api/v1/events");

    private final Authenticator authenticator;
    private final AccessTrail log;

    @Activate
    public SpineContext(@Reference Authenticator authenticator, @Reference AccessTrail log) {
        this.authenticator = authenticator;
        this.log = log;
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.set(response, request.isSecure());
        try {
            RequestPath path = RequestPath.of(request.getRequestURI())
                    .orElseThrow(() -> new Problem(HttpServletResponse.SC_BAD_REQUEST, "The path is none that is answered here."));
            Optional<Route> route = Routes.find(request.getMethod(), path);
            if (route.isPresent() && route.get().isOpen()) {
                return true;
            }
            Optional<Identity> identity = identity(request, !PASSIVE.contains(request.getRequestURI()));
            if (identity.isEmpty()) {
                return askForLogin(request, response, path);
            }
            admit(request, response, path, route, identity.get());
            return true;
        } catch (Problem problem) {
            if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"spine\"");
            }
            Answer.problem(response, problem);
            return false;
        }
    }

    /** @throws Problem if the request has a proof that does not hold */
    private Optional<Identity> identity(HttpServletRequest request, boolean use) throws Problem {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return Optional.of(authenticator.byHeader(header, request.getRemoteAddr(), request.isSecure() || isLocal(request)));
        }
        return PrivateCookie.SESSION.values(request).stream().flatMap(id -> authenticator.bySession(id, use).stream()).findFirst();
    }

    private static boolean isLocal(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean askForLogin(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws Problem {
        String accepted = request.getHeader("Accept");
        if (request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/login");
            return false;
        }
        throw new Problem(HttpServletResponse.SC_UNAUTHORIZED, "Log in first, or send a token.");
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, RequestPath path, Optional<Route> route, Identity identity)
            throws Problem {
        if (route.isEmpty()) {
            Set<String> methods = Routes.methods(path);
            if (methods.isEmpty()) {
                throw new Problem(HttpServletResponse.SC_NOT_FOUND, "There is nothing at this path.");
            }
            response.setHeader("Allow", String.join(", ", methods));
            throw new Problem(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This path is asked for by " + String.join(", ", methods) + ".");
        }
        Trail trail = new Trail(route.get(), route.get().study(path).orElse(""), identity);
        if (!route.get().admits(identity)) {
            log.add(line(request, trail, "denied", "403"));
            throw new Problem(HttpServletResponse.SC_FORBIDDEN,
                    "This needs the role " + route.get().roleWord() + "; " + identity.name() + " has " + identity.roleWord() + ".");
        }
        // Whatever the proof: a browser also sends a password by itself that it once was given for this address.
        if (!SAFE.contains(request.getMethod()) && PageOrigin.isForeign(request)) {
            log.add(line(request, trail, "denied", "foreign page"));
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "A page of somebody else changes nothing here.");
        }
        if (identity.session().isPresent() && !SAFE.contains(request.getMethod())
                && !isSame(request.getHeader(CSRF), identity.session().get().csrf())) {
            log.add(line(request, trail, "denied", "no " + CSRF));
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "The header " + CSRF + " is missing or is not that of this login.");
        }
        request.setAttribute(REMOTE_USER, identity.name());
        request.setAttribute(AUTHENTICATION_TYPE, identity.means());
        request.setAttribute(Identity.ATTRIBUTE, identity);
        request.setAttribute(ROUTE, trail);
    }

    /** What is noted of a request when it was answered. */
    private record Trail(Route route, String study, Identity identity) {
    }

    private static boolean isSame(String given, String wanted) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void finishSecurity(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ROUTE) instanceof Trail trail) {
            String outcome = Integer.toString(response.getStatus());
            if (trail.route().trace() == Trace.CHANGE) {
                log.add(line(request, trail, "change", outcome));
            } else if (trail.route().trace() == Trace.READ) {
                log.addOnce(line(request, trail, "read", outcome));
            }
        }
    }

    private static AccessLog.Line line(HttpServletRequest request, Trail trail, String event, String outcome) {
        String detail = request.getAttribute(DETAIL) instanceof String text ? " " + text : "";
        String study = request.getAttribute(STUDY) instanceof String uid ? uid : trail.study();
        return new AccessLog.Line(event, trail.identity().name(), request.getRemoteAddr(), trail.identity().means(),
                request.getMethod() + " " + request.getRequestURI() + detail, study, outcome);
    }

    /** There are no resources but those that servlets give out. */
    @Override
    public URL getResource(String name) {
        return null;
    }

    @Override
    public String getMimeType(String name) {
        return null;
    }
}
