package spine.web.internal.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.common.access.AccessLog;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;

/** Notes what happens over HTTP in the access log. Safe for use by many threads. */
@Component(service = AccessTrail.class)
public final class AccessTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTrail.class);
    /** The same person sees the thousand images of a study: one line says so. */
    private static final Duration SAME = Duration.ofMinutes(10);
    private static final int MOST_SEEN = 10_000;

    private final Path file;
    private final AccessLog log;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    @Activate
    public AccessTrail(BundleContext context) {
        this(InstallPaths.of(context::getProperty).accessLog(), InstantSource.system());
    }

    AccessTrail(Path file, InstantSource clock) {
        this.file = file;
        this.log = new AccessLog(file);
        this.clock = clock;
    }

    /** Adds a line; if that is not possible the log of the process has it. */
    public void add(AccessLog.Line line) {
        Instant now = clock.instant();
        try {
            log.add(now, line);
        } catch (IOException e) {
            LOG.error("{} cannot be written ({}), so this is not in it: {}", file, FileFailure.reason(e), line.text(now));
        }
    }

    /** Adds a line, unless there was the same of the same study a few minutes ago. */
    public void addOnce(AccessLog.Line line) {
        Instant now = clock.instant();
        String key = String.join("\t", line.event(), line.who(), line.address(), line.study(),
                line.study().isEmpty() ? line.what() : "", line.outcome());
        synchronized (seen) {
            Instant before = seen.get(key);
            if (before != null && now.isBefore(before.plus(SAME))) {
                return;
            }
            seen.remove(key);
            seen.put(key, now);
            if (seen.size() > MOST_SEEN) {
                seen.remove(seen.keySet().iterator().next());
            }
        }
        add(line);
    }
}
