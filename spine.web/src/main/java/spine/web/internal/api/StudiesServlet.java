package spine.web.internal.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
import spine.api.intake.Intake;
import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/studies}: what is kept of studies, and how the newest result of one compares with the earlier ones of its patient. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/studies/*")
public final class StudiesServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int STUDY = 3;
    private static final int WHAT = 4;
    private static final String COMPARISON = "comparison";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile StudyArchive archive;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile Intake intake;

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        if (path.size() > WHAT && path.part(WHAT).equals(COMPARISON)) {
            compared(required(archive, "archive of studies"), request, response, path);
            return;
        }
        try {
            if (path.size() == STUDY) {
                send(response, list(required(archive, "archive of studies"), request));
            } else if (path.size() == STUDY + 1) {
                send(response, existing(required(archive, "archive of studies"), uid(path.part(STUDY))));
            } else {
                send(response, complete(uid(path.part(STUDY))));
            }
        } catch (IOException e) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentence.of(FailureWords.of(e)), 5);
        }
    }

    private static void compared(StudyArchive archive, HttpServletRequest request, HttpServletResponse response, RequestPath path)
            throws IOException, Problem {
        Path folder = archive.comparison(uid(path.part(STUDY))).orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND,
                "The result of this study is not compared with an earlier one."));
        ServedFiles files = new ServedFiles(ResultFiles.of(folder), COMPARISON);
        if (path.size() == WHAT + 1) {
            send(response, files.list(path.part(STUDY)));
        } else {
            files.send(path.from(WHAT + 1), request, response);
        }
    }

    private static ObjectNode list(StudyArchive archive, HttpServletRequest request) throws IOException, Problem {
        int limit = (int) number(request, "limit", USUAL, 1, MOST);
        String after = request.getParameter("after");
        List<String> uids = archive.studies();
        int from = after == null ? 0 : (int) uids.stream().takeWhile(uid -> uid.compareTo(after) <= 0).count();
        ObjectNode answer = Answer.object();
        ArrayNode all = answer.putArray("studies");
        for (String uid : uids.subList(from, Math.min(uids.size(), from + limit))) {
            all.add(study(archive, uid));
        }
        if (from + limit < uids.size()) {
            answer.put("next", uids.get(from + limit - 1));
        }
        return answer;
    }

    private static ObjectNode existing(StudyArchive archive, String uid) throws IOException, Problem {
        ObjectNode study = study(archive, uid);
        if (study.path("objects").intValue() == 0 && !study.path("result").booleanValue()) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "Nothing is kept of this study.");
        }
        return study;
    }

    private static ObjectNode study(StudyArchive archive, String uid) throws IOException {
        return Answer.object().put("studyInstanceUid", uid).put("objects", archive.received(uid).size())
                .put("result", archive.result(uid).isPresent()).put(COMPARISON, archive.comparison(uid).isPresent());
    }

    private ObjectNode complete(String uid) throws IOException, Problem {
        Job job = required(intake, "intake of images").complete(uid)
                .orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND, "Nothing is kept of this study."));
        return JobJson.of(job);
    }
}
