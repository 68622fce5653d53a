package spine.web.internal.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.access.Account;
import spine.common.access.PasswordDigest;
import spine.common.digest.Sha256;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;

/** The page for a login, and what it sends. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern({"/login", "/logout"})
public final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String MESSAGE = "<!--MESSAGE-->";
    /** Characters of a name before anything is made of it. */
    private static final int LONGEST_NAME = 1000;

    private final transient Authenticator authenticator;
    private final String page;
    private final String policy;

    @Activate
    public LoginServlet(@Reference Authenticator authenticator) throws IOException {
        this.authenticator = authenticator;
        try (InputStream in = LoginServlet.class.getResourceAsStream("/login.html")) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        // The page brings its style along, so that it is the only thing that is seen without a login.
        policy = "default-src 'none'; style-src '" + digest(style) + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String digest(String style) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.newDigest().digest(style.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, HttpServletResponse.SC_OK, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals("/logout")) {
            logout(request, response);
            return;
        }
        try {
            requireOwnPage(request);
            String name = field(request, "name", LONGEST_NAME);
            char[] password = field(request, "password", PasswordDigest.LONGEST).toCharArray();
            Account account = authenticator.byPassword(name, password, request.getRemoteAddr(), "login page");
            SessionCookie.set(request, response, authenticator.begin(account));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/");
        } catch (Problem problem) {
            if (problem.retrySeconds() > 0) {
                response.setHeader("Retry-After", Long.toString(problem.retrySeconds()));
            }
            show(response, problem.status(), problem.getMessage());
        }
    }

    private void logout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(Identity.ATTRIBUTE) instanceof Identity identity) {
            identity.session().ifPresent(authenticator::end);
        }
        SessionCookie.remove(request, response);
        Answer.json(response, Answer.object().put("loggedOut", true));
    }

    /** A page of others must not log a browser in as somebody else. */
    private static void requireOwnPage(HttpServletRequest request) throws Problem {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        // Whatever the scheme: a proxy may speak TLS in our place.
        boolean own = origin == null || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none") || !own;
        if (foreign || !type.startsWith("application/x-www-form-urlencoded")) {
            throw new Problem(HttpServletResponse.SC_FORBIDDEN, "A login begins on this page.");
        }
    }

    private static String field(HttpServletRequest request, String name, int longest) throws Problem {
        try {
            String value = request.getParameter(name);
            if (value != null && !value.isEmpty() && value.length() <= longest) {
                return value;
            }
        } catch (RuntimeException tooLargeOrNoForm) {
            // Jetty throws one of its own, too. Said below.
        }
        throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "Give your name and your password.");
    }

    /** @param message a sentence of ours, which has no letter that HTML would take for its own */
    private void show(HttpServletResponse response, int status, String message) throws IOException {
        String text = message.isEmpty() ? "" : "<p class=\"message\" role=\"alert\">" + message + "</p>";
        byte[] bytes = page.replace(MESSAGE, text).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader(SecurityHeaders.POLICY, policy);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
