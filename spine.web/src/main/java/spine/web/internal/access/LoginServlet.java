package spine.web.internal.access;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.access.Account;
import spine.common.access.PasswordDigest;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;

/** The page for a login, and what it sends. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern({"/login", "/logout"})
public final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    /** Characters of a name before anything is made of it. */
    private static final int LONGEST_NAME = 1000;

    private final transient Authenticator authenticator;
    private final transient LoginPage page = new LoginPage();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile SingleSignOn elsewhere;

    @Activate
    public LoginServlet(@Reference Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    private Optional<String> provider() {
        return Optional.ofNullable(elsewhere).flatMap(SingleSignOn::provider);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page.show(response, provider());
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
            PrivateCookie.SESSION.set(request, response, authenticator.begin(account));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/");
        } catch (Problem problem) {
            page.show(response, provider(), problem);
        }
    }

    private void logout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(Identity.ATTRIBUTE) instanceof Identity identity) {
            identity.session().ifPresent(authenticator::end);
        }
        PrivateCookie.SESSION.remove(request, response);
        Answer.json(response, Answer.object().put("loggedOut", true));
    }

    /** A page of others must not log a browser in as somebody else. */
    private static void requireOwnPage(HttpServletRequest request) throws Problem {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (PageOrigin.isForeign(request) || !type.startsWith("application/x-www-form-urlencoded")) {
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
}
