package spine.web.internal.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.job.JobEvent;
import spine.api.job.JobState;
import spine.api.job.Jobs;
import spine.api.service.Workload;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/metrics}: figures for Prometheus. What adds up begins at 0 with the process. */
@Component(service = Servlet.class, immediate = true)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/metrics")
public final class MetricsServlet extends RestServlet {
    private static final long serialVersionUID = 1;

    private final transient JobFigures figures = new JobFigures();
    private transient Set<String> serving = Set.of();
    private transient long swaps = -1;
    private transient volatile Jobs jobs;
    private transient volatile Jobs.Subscription subscription;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile Workload workload;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile ModelCatalogue models;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    synchronized void setJobs(Jobs arrived) {
        jobs = arrived;
        subscription = arrived.listen(this::note);
    }

    synchronized void unsetJobs(Jobs left) {
        if (left == jobs) {
            jobs = null;
            close();
        }
    }

    @Deactivate
    synchronized void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void note(JobEvent event) {
        figures.note(event, Instant.now());
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        MetricsText text = new MetricsText();
        Jobs now = jobs;
        if (now != null) {
            try {
                jobs(now, text);
            } catch (IOException e) {
                throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Sentence.of(FailureWords.of(e)), 5);
            }
        }
        Workload busy = workload;
        if (busy != null) {
            text.metric("spine_studies_scoring", "gauge", "Studies that this process scores.")
                    .value("spine_studies_scoring", busy.running());
        }
        ModelCatalogue catalogue = models;
        if (catalogue != null) {
            text.metric("spine_model_swaps_total", "counter", "Times that other models served than at the request before.")
                    .value("spine_model_swaps_total", swaps(catalogue));
        }
        JvmMetrics.add(text);
        response.setContentType(MetricsText.TYPE);
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void jobs(Jobs now, MetricsText text) throws IOException {
        Map<JobState, Long> counts = now.count();
        text.metric("spine_jobs", "gauge", "Jobs by state.");
        for (JobState state : JobState.values()) {
            text.value("spine_jobs", "state", JobJson.word(state), counts.getOrDefault(state, 0L));
        }
        text.metric("spine_queue_length", "gauge", "Jobs that wait.")
                .value("spine_queue_length", counts.getOrDefault(JobState.WAITING, 0L));
        double age = now.longestWait().map(wait -> wait.toMillis() / 1000.0).orElse(0.0);
        text.metric("spine_queue_oldest_seconds", "gauge", "How long the first of those that wait has waited.")
                .value("spine_queue_oldest_seconds", age);
        text.metric("spine_images_received_total", "counter", "Images that were received.")
                .value("spine_images_received_total", figures.images());
        totals(text, "spine_job_state_seconds", "state", "Time that jobs were in a state.", figures.states());
        totals(text, "spine_step_seconds", "step", "Time that steps of scoring took.", figures.steps());
    }

    private static void totals(MetricsText text, String name, String label, String help, SortedMap<String, JobFigures.Total> totals) {
        text.metric(name, "summary", help);
        totals.forEach((labelled, total) -> text.value(name + "_sum", label, labelled, total.sum().toMillis() / 1000.0)
                .value(name + "_count", label, labelled, total.count()));
    }

    private synchronized long swaps(ModelCatalogue catalogue) {
        Set<String> now = new TreeSet<>();
        catalogue.entries().stream().filter(entry -> entry.state() == ModelEntry.State.SERVING)
                .forEach(entry -> now.add(entry.name().toString()));
        if (!now.equals(serving)) {
            swaps++;
            serving = now;
        }
        return Math.max(0, swaps);
    }
}
