package spine.web.internal.api;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.api.job.Jobs;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/jobs}. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/jobs/*")
public final class JobsServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final int USUAL = 50;
    private static final int ID = 3;
    private static final int ACTION = 4;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile Jobs jobs;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile StudyArchive archive;

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        Jobs now = required(jobs, "jobs");
        try {
            if (path.size() == ID) {
                send(response, list(now, request));
            } else if (path.size() == ID + 1) {
                send(response, described(find(now, id(path))));
            } else if (path.part(ACTION).equals("deliveries")) {
                send(response, deliveries(now, find(now, id(path))));
            } else {
                Job job = find(now, id(path));
                request.setAttribute(SpineContext.STUDY, job.studyInstanceUid());
                send(response, JobJson.of(change(now, request, job.id(), path.part(ACTION))));
            }
        } catch (JobStateException e) {
            throw new Problem(HttpServletResponse.SC_CONFLICT, Sentence.of(e.getMessage()));
        } catch (IOException e) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentence.of(FailureWords.of(e)), 5);
        }
    }

    /** With what a job does not know itself. */
    private ObjectNode described(Job job) throws IOException {
        StudyArchive there = archive;
        ObjectNode json = JobJson.of(job).put("comparison", there != null && there.comparison(job.studyInstanceUid()).isPresent());
        ArrayNode doubts = json.putArray("comparisonDoubts");
        if (there != null && !job.replaced()) {
            there.comparisonDoubts(job.studyInstanceUid()).forEach(doubts::add);
        }
        return json;
    }

    private ObjectNode list(Jobs jobs, HttpServletRequest request) throws IOException, Problem {
        int limit = (int) number(request, "limit", USUAL, 1, JobQuery.MOST);
        String study = request.getParameter("study");
        JobQuery query = new JobQuery(states(request.getParameter("state")), study == null ? Optional.empty() : Optional.of(uid(study)),
                number(request, "before", Long.MAX_VALUE, 1, Long.MAX_VALUE), limit);
        List<Job> found = jobs.list(query);
        ObjectNode answer = Answer.object();
        ArrayNode all = answer.putArray("jobs");
        for (Job job : found) {
            all.add(described(job));
        }
        if (found.size() == limit) {
            answer.put("next", found.get(limit - 1).id());
        }
        ObjectNode counts = answer.putObject("counts");
        jobs.count().forEach((state, count) -> counts.put(JobJson.word(state), count));
        return answer;
    }

    private static Set<JobState> states(String words) throws Problem {
        Set<JobState> states = EnumSet.noneOf(JobState.class);
        if (words != null) {
            for (String word : words.split(",")) {
                states.add(JobJson.state(word).orElseThrow(() -> new Problem(HttpServletResponse.SC_BAD_REQUEST,
                        "A state is one of " + String.join(", ", JobJson.words()) + ".")));
            }
        }
        return states;
    }

    private static long id(RequestPath path) throws Problem {
        if (!path.part(ID).matches("[0-9]{1,18}")) {
            throw new Problem(HttpServletResponse.SC_NOT_FOUND, "The id of a job is a number.");
        }
        return Long.parseLong(path.part(ID));
    }

    private static Job find(Jobs jobs, long id) throws IOException, Problem {
        return jobs.find(id).orElseThrow(() -> new Problem(HttpServletResponse.SC_NOT_FOUND, "There is no job " + id + "."));
    }

    private static ObjectNode deliveries(Jobs jobs, Job job) throws IOException {
        ObjectNode answer = Answer.object().put("id", job.id());
        ArrayNode all = answer.putArray("deliveries");
        jobs.deliveries(job.id()).forEach(delivery -> all.add(JobJson.of(delivery)));
        return answer;
    }

    private static Job change(Jobs jobs, HttpServletRequest request, long id, String action)
            throws IOException, JobStateException, Problem {
        return switch (action) {
            case "cancel" -> jobs.cancel(id);
            case "retry" -> jobs.retry(id);
            default -> jobs.prioritise(id, priority(Answer.body(request)));
        };
    }

    private static int priority(JsonNode body) throws Problem {
        JsonNode priority = body.path("priority");
        if (!priority.isInt() || Math.abs((long) priority.intValue()) > 1000) {
            throw new Problem(HttpServletResponse.SC_BAD_REQUEST, "The body must have priority, a whole number from -1000 to 1000.");
        }
        return priority.intValue();
    }
}
