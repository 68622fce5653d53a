package spine.web.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** JSON in and out. */
public final class Answer {
    /** Bytes of the body of a request; those of the API have a few fields. */
    private static final int MOST_BYTES = 64 * 1024;
    private static final int DEEPEST = 20;
    private static final ObjectMapper JSON = mapper();

    private Answer() {
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        return mapper;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static void json(HttpServletResponse response, JsonNode body) throws IOException {
        write(response, HttpServletResponse.SC_OK, "application/json", body);
    }

    /** Refuses the request. */
    public static void problem(HttpServletResponse response, Problem problem) throws IOException {
        if (problem.retrySeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(problem.retrySeconds()));
        }
        write(response, problem.status(), "application/problem+json",
                object().put("title", problem.getMessage()).put("status", problem.status()));
    }

    private static void write(HttpServletResponse response, int status, String type, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /**
     * The object in the body of a request.
     *
     * @throws Problem if there is none, or too much
     */
    public static JsonNode body(HttpServletRequest request) throws IOException, Problem {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new Problem(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "The request must have a body of type application/json.");
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The body has more than " + MOST_BYTES + " bytes.");
            }
            JsonNode body = JSON.readTree(bytes);
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // Said below, without the words of the parser.
        }
        throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "The body is no JSON object.");
    }
}
