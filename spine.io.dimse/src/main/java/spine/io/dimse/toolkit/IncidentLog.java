package spine.io.dimse.toolkit;

import java.net.InetAddress;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what peers do wrong, so many lines in a minute and then only their number: a flood must not fill the disk. Safe for several threads.
 */
public final class IncidentLog {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentLog.class);
    private static final int MOST_LINES = 20;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private long began = System.nanoTime();
    private int incidents;

    /** @param words what happened, without the end of a sentence */
    public synchronized void note(InetAddress peer, String words) {
        long now = System.nanoTime();
        if (now - began > MINUTE) {
            if (incidents > MOST_LINES) {
                LOG.warn("{} more connections ended like those before.", incidents - MOST_LINES);
            }
            began = now;
            incidents = 0;
        }
        if (++incidents <= MOST_LINES) {
            LOG.info("A connection from {} ended: {}.", peer.getHostAddress(), words);
        }
    }
}
