package spine.jobs.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.common.file.FileFailure;
import spine.common.text.PlainText;
import spine.jobs.internal.store.DatabaseException;
import spine.jobs.internal.work.GivenResultException;
import spine.jobs.internal.work.GivenResultException.Reason;
import spine.jobs.internal.work.GivenResults;

/**
 * {@code POST /api/v1/attempts/JOB/ATTEMPT}: the result of an attempt at a job, from the node that has scored it. Who may ask is decided
 * before, by the context that the servlet belongs to; without that context it is not reachable.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/v1/attempts/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=spine)")
public final class ResultServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ResultServlet.class);
    private static final Pattern PATH = Pattern.compile("/(\\d{1,18})/(\\d{1,9})");
    /** Attribute of a request: the study that the access log says it was about. */
    private static final String ACCESS_STUDY = "spine.access.study";
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Map<Reason, Integer> STATUS = Map.of(Reason.NOT_WANTED, HttpServletResponse.SC_CONFLICT,
            Reason.UNUSABLE, HttpServletResponse.SC_BAD_REQUEST, Reason.TOO_LARGE, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
            Reason.FULL, INSUFFICIENT_STORAGE);

    private final transient JobsComponent jobs;

    @Activate
    public ResultServlet(@Reference JobsComponent jobs) {
        this.jobs = jobs;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Optional<GivenResults> given = jobs.given();
        if (!path.matches()) {
            say(response, HttpServletResponse.SC_NOT_FOUND, "There is no such attempt.");
        } else if (given.isEmpty()) {
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "This platform has no jobs at the moment.");
        } else {
            take(given.get(), Long.parseLong(path.group(1)), Integer.parseInt(path.group(2)), request, response);
        }
    }

    private static void take(GivenResults given, long job, int attempt, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            String study = given.take(job, attempt, request.getContentType(), request.getInputStream()).studyInstanceUid();
            request.setAttribute(ACCESS_STUDY, study);
            say(response, HttpServletResponse.SC_OK, "The result is kept.");
        } catch (GivenResultException refused) {
            LOG.warn("a result of job {} is not taken: {}", job, PlainText.excerpt(refused.getMessage()));
            say(response, STATUS.get(refused.reason()), refused.getMessage());
        } catch (DatabaseException unreachable) {
            LOG.error("a result of job {} cannot be kept now", job, unreachable);
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The database of the jobs cannot be used at the moment.");
        } catch (FileSystemException unwritable) {
            LOG.error("a result of job {} cannot be kept now: {}", job, PlainText.line(FileFailure.sentence(unwritable)));
            say(response, INSUFFICIENT_STORAGE, "The result cannot be written at the moment.");
        }
    }

    private static void say(HttpServletResponse response, int status, String sentence) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
