package spine.web.internal.listen;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that take too long to begin a request: bytes that drip in keep a connection from being idle, and whoever opens as many
 * as there may be would keep everybody else out. A connection on which a request is being answered may take as long as it wants.
 */
final class RequestHeadTimeout implements Connection.Listener {
    private static final int LOOKS = 4;

    private final Scheduler scheduler;
    private final Duration longest;

    /** @param longest from the opening of the connection, or from the end of an answer, to the end of the head of the next request */
    RequestHeadTimeout(Scheduler scheduler, Duration longest) {
        this.scheduler = scheduler;
        this.longest = longest;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            look(http, -1, System.nanoTime());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        // The next look notices.
    }

    /**
     * @param requests that there had been at the last look
     * @param since when no request has been answered
     */
    private void look(HttpConnection http, long requests, long since) {
        if (!http.getEndPoint().isOpen()) {
            return;
        }
        long now = System.nanoTime();
        long count = http.getHttpChannel().getRequests();
        boolean waiting = http.getHttpChannel().getState().isIdle() && count == requests;
        if (waiting && now - since > longest.toNanos()) {
            http.getEndPoint().close();
        } else {
            scheduler.schedule(() -> look(http, count, waiting ? since : now), longest.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
        }
    }
}
