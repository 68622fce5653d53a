package spine.web.internal.http;

import java.io.IOException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.text.DicomUid;
import spine.common.text.PlainText;

/** Answers with JSON, and with a problem document where something is wrong. */
public abstract class RestServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
    private static final long serialVersionUID = 1;

    /** @param path a path that is in the table of routes, with this method */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestPath path = RequestPath.of(request.getRequestURI()).orElseThrow();
        try {
            answer(request, response, path);
        } catch (Problem problem) {
            Answer.problem(response, problem);
        } catch (RuntimeException e) {
            fail(request, response, e);
        }
    }

    private static void fail(HttpServletRequest request, HttpServletResponse response, RuntimeException e) throws IOException {
        LOG.error("{} {} failed", request.getMethod(), PlainText.excerpt(request.getRequestURI()), e);
        if (!response.isCommitted()) {
            Answer.problem(response, new Problem(HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    "Something unexpected went wrong; the log of the platform has the details."));
        }
    }

    protected static void send(HttpServletResponse response, JsonNode body) throws IOException {
        Answer.json(response, body);
    }

    /** @return what is there */
    protected static <T> T required(T service, String what) throws Problem {
        if (service == null) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "This platform has no " + what + " at the moment.", 5);
        }
        return service;
    }

    /** A number of the query, within its bounds. */
    protected static long number(HttpServletRequest request, String name, long standard, long least, long most) throws Problem {
        String text = request.getParameter(name);
        if (text == null) {
            return standard;
        }
        if (text.matches("-?\\d{1,18}")) {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new Problem(HttpServletResponse.SC_BAD_REQUEST, name + " must be a number from " + least + " to " + most + ".");
    }

    /** The part of a path that is a UID (PS3.5 section 9.1). */
    protected static String uid(String part) throws Problem {
        if (!DicomUid.isValid(part)) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "A StudyInstanceUID has digits and dots, and at most 64 of them.");
        }
        return part;
    }
}
