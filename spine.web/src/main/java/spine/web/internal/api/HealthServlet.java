package spine.web.internal.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** Health: for whoever starts and stops processes ({@code live}, {@code ready}), and for people. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern({"/health/*", "/api/v1/health"})
public final class HealthServlet extends RestServlet {
    private static final long serialVersionUID = 1;
    /** Nobody without a login may have checks run as often as he likes. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final long RETRY_SECONDS = 5;
    private static final String TEMPORARY = "TEMPORARILY_UNAVAILABLE";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private transient volatile PlatformHealth health;
    private transient Instant examined = Instant.MIN;
    private transient List<HealthFinding> live = List.of();

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        PlatformHealth now = required(health, "health check");
        switch (path.part(path.size() - 1)) {
            case "live" -> state(response, live(now));
            case "ready" -> state(response, now.examine(PlatformHealth.READY));
            default -> send(response, all(now.examine()));
        }
    }

    private synchronized List<HealthFinding> live(PlatformHealth now) {
        if (examined.plus(FRESH).isBefore(Instant.now())) {
            live = now.examine(PlatformHealth.LIVE);
            examined = Instant.now();
        }
        return live;
    }

    /** What is temporary, as while the platform starts, is told apart by when to ask again. */
    private static void state(HttpServletResponse response, List<HealthFinding> findings) throws IOException, Problem {
        List<HealthFinding> ill = findings.stream().filter(finding -> !finding.healthy()).toList();
        if (!ill.isEmpty()) {
            boolean temporary = ill.stream().allMatch(finding -> finding.status().equals(TEMPORARY));
            throw new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    temporary ? "Not yet; ./spine health says why." : "Not now; ./spine health says why.", temporary ? RETRY_SECONDS : 0);
        }
        send(response, Answer.object().put("status", "OK"));
    }

    private static ObjectNode all(List<HealthFinding> findings) {
        ObjectNode answer = Answer.object().put("healthy", findings.stream().allMatch(HealthFinding::healthy));
        ArrayNode checks = answer.putArray("checks");
        for (HealthFinding finding : findings) {
            ObjectNode one = checks.addObject().put("name", finding.name()).put("status", finding.status());
            finding.tags().forEach(one.putArray("tags")::add);
            finding.remarks().forEach(one.putArray("remarks")::add);
        }
        return answer;
    }
}
