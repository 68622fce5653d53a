package spine.web.internal.api;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.install.InstallPaths;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/audit}: the last lines of the access log, as far as the current file has them. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/audit")
public final class AuditServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    /** Bytes; lines have some hundred. */
    private static final int TAIL = 1 << 20;
    private static final List<String> COLUMNS = List.of("time", "event", "who", "address", "means", "what", "study", "outcome");

    private final transient Path log;

    @Activate
    public AuditServlet(BundleContext context) {
        this.log = InstallPaths.of(context::getProperty).accessLog();
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        int limit = (int) number(request, "limit", USUAL, 1, MOST);
        ObjectNode answer = Answer.object();
        ArrayNode all = answer.putArray("lines");
        try {
            List<String> lines = tail();
            for (String line : lines.subList(Math.max(0, lines.size() - limit), lines.size())) {
                String[] columns = line.split("\t");
                ObjectNode one = all.addObject();
                for (int i = 0; i < COLUMNS.size() && i < columns.length; i++) {
                    one.put(COLUMNS.get(i), columns[i]);
                }
            }
        } catch (IOException e) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentence.of(FailureWords.of(e)), 5);
        }
        send(response, answer);
    }

    private List<String> tail() throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(file.length(), TAIL)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            // The first is cut, unless the file was read as a whole.
            return bytes.length < TAIL || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        }
    }
}
