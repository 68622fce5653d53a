package spine.web.internal.oidc;

import java.io.IOException;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.access.AccessLog;
import spine.web.internal.access.AccessTrail;
import spine.web.internal.access.Authenticator;
import spine.web.internal.access.LoginPage;
import spine.web.internal.access.PrivateCookie;
import spine.web.internal.access.SingleSignOn;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.oidc.LoginAttempts.Attempt;

/** Sends browsers to the provider, and takes them back. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern({SingleSignOn.PATH, SingleSignOn.PATH + "/answer"})
public final class OpenIdServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    /** A page of the provider sends the browser back, which Strict would keep the cookie from. */
    private static final PrivateCookie COOKIE = new PrivateCookie("spine-oidc", "Lax");
    /** Characters. */
    private static final int LONGEST_CODE = 4096;
    private static final String MEANS = "oidc";

    private final transient OpenIdLogin login;
    private final transient Authenticator authenticator;
    private final transient AccessTrail log;
    private final transient LoginPage page = new LoginPage();

    @Activate
    public OpenIdServlet(@Reference OpenIdLogin login, @Reference Authenticator authenticator, @Reference AccessTrail log) {
        this.login = login;
        this.authenticator = authenticator;
        this.log = log;
    }

    /** A login is no side effect of a look. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Allow", "GET");
        Answer.problem(response, new Problem(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This path is asked for by GET."));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getServletPath().equals(SingleSignOn.PATH)) {
                Attempt attempt = login.attempts().begin();
                response.setHeader("Location", login.authorization(attempt).toString());
                COOKIE.set(request, response, attempt.cookie());
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            } else {
                end(request, response);
            }
        } catch (Problem problem) {
            page.show(response, login.provider(), problem);
        }
    }

    private void end(HttpServletRequest request, HttpServletResponse response) throws IOException, Problem {
        if (login.provider().isEmpty()) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "There is no other login here.");
        }
        Attempt attempt = login.attempts().find(COOKIE.values(request), parameter(request, "state").orElse(""))
                .orElseThrow(() -> new Problem(HttpServletResponse.SC_BAD_REQUEST, "This login was not begun in this browser, or more than "
                        + LoginAttempts.LONGEST.toMinutes() + " minutes ago; begin anew."));
        COOKIE.remove(request, response);
        try {
            // RFC 9207: of the provider that was asked, where it says which it is.
            if (parameter(request, "error").isPresent() || !parameter(request, "iss").orElse(login.issuer()).equals(login.issuer())) {
                throw new Problem(HttpServletResponse.SC_FORBIDDEN, "You were not logged in there.");
            }
            String code = parameter(request, "code").filter(text -> text.length() <= LONGEST_CODE)
                    .orElseThrow(() -> new Problem(HttpServletResponse.SC_BAD_REQUEST, "The answer of the provider is not whole."));
            Person person = login.person(code, attempt);
            String session = authenticator.begin(person.name(), person.role());
            log.add(new AccessLog.Line("login", person.name(), request.getRemoteAddr(), MEANS, login.issuer() + " " + person.subject(), "",
                    "done"));
            PrivateCookie.SESSION.set(request, response, session);
            page.leave(response);
        } catch (Problem problem) {
            log.addOnce(new AccessLog.Line("login-failed", "", request.getRemoteAddr(), MEANS, login.issuer(), "",
                    Integer.toString(problem.status())));
            throw problem;
        }
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        try {
            return Optional.ofNullable(request.getParameter(name));
        } catch (RuntimeException malformed) {
            // Jetty throws one of its own, too.
            return Optional.empty();
        }
    }
}
