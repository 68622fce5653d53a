package spine.web.internal.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.job.JobEvent;
import spine.api.job.Jobs;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/**
 * {@code /api/v1/events}: server-sent events (HTML standard, section 9.2), one of the kind {@code job} for each change of a job. A client
 * that does not read fast enough is let go; it connects again by itself, as every client has to after some minutes, so that whoever is
 * no longer allowed to listen does not.
 */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/events")
public final class EventsServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    private static final String TYPE = "text/event-stream";
    /** Each takes a thread of the server, of which there are a hundred. */
    static final int MOST_CLIENTS = 32;
    /** Events that a client may be behind. */
    private static final int BEHIND = 256;
    /** Seconds between comments, by which both ends notice that the other is gone. */
    private static final long HEARTBEAT = 15;
    /** Seconds after which a client has to connect again. */
    private static final long LONGEST = 600;
    private static final long MOMENT_MILLIS = 500;

    private final transient Semaphore clients = new Semaphore(MOST_CLIENTS);
    private transient volatile boolean closed;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile Jobs jobs;

    @Deactivate
    void close() {
        closed = true;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        Jobs now = required(jobs, "jobs");
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(TYPE);
            return;
        }
        if (!clients.tryAcquire()) {
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Already " + MOST_CLIENTS + " clients listen to events.", 60);
        }
        BlockingQueue<JobEvent> events = new ArrayBlockingQueue<>(BEHIND);
        AtomicBoolean behind = new AtomicBoolean();
        Jobs.Subscription subscription = now.listen(event -> {
            if (!events.offer(event)) {
                behind.set(true);
            }
        });
        try {
            response.setContentType(TYPE);
            response.setCharacterEncoding("UTF-8");
            PrintWriter out = response.getWriter();
            out.write("retry: 3000\n\n");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST);
            long beat = System.nanoTime();
            while (!closed && jobs == now && !behind.get() && !out.checkError() && System.nanoTime() < end) {
                JobEvent event = events.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                if (event != null) {
                    out.write("event: job\ndata: " + JobJson.of(event) + "\n\n");
                    beat = System.nanoTime();
                } else if (System.nanoTime() - beat > TimeUnit.SECONDS.toNanos(HEARTBEAT)) {
                    out.write(": still here\n\n");
                    beat = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            subscription.close();
            clients.release();
        }
    }
}
