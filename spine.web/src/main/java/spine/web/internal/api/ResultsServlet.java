package spine.web.internal.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.intake.StudyArchive;
import spine.common.page.PageAsset;
import spine.web.internal.access.SecurityHeaders;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/results}: the files of the newest result of a study. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/results/*")
public final class ResultsServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final int STUDY = 3;
    /**
     * A report brings its style and its pictures along, and runs the script of spine's own report and nothing else, whatever a provider has
     * written into it: out of this origin, and with nothing to connect to.
     */
    private static final String REPORT = "default-src 'none'; script-src " + PageAsset.reportScript().source()
            + "; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " sandbox allow-scripts";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile StudyArchive archive;

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        Path folder = required(archive, "archive of studies").result(uid(path.part(STUDY)))
                .orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND, "There is no result of this study."));
        ResultFiles files = ResultFiles.of(folder);
        if (path.size() == STUDY + 1) {
            send(response, list(path.part(STUDY), files));
            return;
        }
        String name = path.from(STUDY + 1);
        Path file = files.files().get(name);
        if (file == null) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "The result of this study has no such file.");
        }
        response.setHeader(SecurityHeaders.POLICY, REPORT);
        response.setContentType(ResultFiles.type(name));
        write(request, response, file);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Path file) throws IOException, Problem {
        try (var in = Files.newInputStream(file)) {
            response.setContentLengthLong(Files.size(file));
            if (!request.getMethod().equals("HEAD")) {
                OutputStream out = response.getOutputStream();
                in.transferTo(out);
            }
        } catch (NoSuchFileException replacedMeanwhile) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "The result of this study was replaced; ask again.");
        }
    }

    private static ObjectNode list(String uid, ResultFiles files) throws IOException {
        ObjectNode answer = Answer.object().put("studyInstanceUid", uid);
        ArrayNode all = answer.putArray("files");
        for (var file : files.files().entrySet()) {
            all.addObject().put("name", file.getKey()).put("bytes", Files.size(file.getValue()))
                    .put("type", ResultFiles.type(file.getKey()));
        }
        return answer;
    }
}
