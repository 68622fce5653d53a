package spine.web.internal.api;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.intake.StudyArchive;
import spine.web.internal.access.SpineContext;
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

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile StudyArchive archive;

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        Path folder = required(archive, "archive of studies").result(uid(path.part(STUDY)))
                .orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND, "There is no result of this study."));
        ServedFiles files = new ServedFiles(ResultFiles.of(folder), "result");
        if (path.size() == STUDY + 1) {
            send(response, files.list(path.part(STUDY)));
        } else {
            files.send(path.from(STUDY + 1), request, response);
        }
    }
}
