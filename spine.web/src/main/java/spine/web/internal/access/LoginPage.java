package spine.web.internal.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import spine.common.digest.Sha256;
import spine.common.text.XmlText;
import spine.web.internal.http.Problem;

/** The page for a login. It brings its style along, so that it is the only thing that is seen without a login. */
public final class LoginPage {
    private static final String MESSAGE = "<!--MESSAGE-->";
    private static final String PROVIDER = "<!--PROVIDER-->";
    /** After a login elsewhere: what this page leads to is asked for by a page of ours, so that the browser sends the cookie. */
    private static final String DONE = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>spine</title>"
            + "<meta http-equiv=\"refresh\" content=\"0;url=/\"></head><body><p><a href=\"/\">You are logged in.</a></p></body></html>\n";

    private final String page;
    private final String policy;

    public LoginPage() {
        try (InputStream in = LoginPage.class.getResourceAsStream("/login.html")) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String style = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        policy = "default-src 'none'; style-src '" + digest(style) + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String digest(String style) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.newDigest().digest(style.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param provider where else one can log in */
    void show(HttpServletResponse response, Optional<String> provider) throws IOException {
        write(response, HttpServletResponse.SC_OK, page(provider, ""));
    }

    /** @param problem with a sentence that has nothing of the request */
    public void show(HttpServletResponse response, Optional<String> provider, Problem problem) throws IOException {
        if (problem.retrySeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(problem.retrySeconds()));
        }
        write(response, problem.status(), page(provider, "<p class=\"message\" role=\"alert\">" + XmlText.escape(problem.getMessage())
                + "</p>"));
    }

    /** Leads on to the start page. */
    public void leave(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_OK, DONE);
    }

    private String page(Optional<String> provider, String message) {
        return page.replace(MESSAGE, message).replace(PROVIDER, provider.map(name -> "<a class=\"other\" href=\"" + SingleSignOn.PATH
                + "\">Sign in with " + XmlText.escape(name) + "</a>").orElse(""));
    }

    private void write(HttpServletResponse response, int status, String html) throws IOException {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader(SecurityHeaders.POLICY, policy);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
