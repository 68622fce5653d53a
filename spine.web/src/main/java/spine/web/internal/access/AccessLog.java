package spine.web.internal.access;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.common.audit.ChainedLog;
import spine.common.file.FileFailure;
import spine.common.file.LockedFile;
import spine.common.install.InstallPaths;

/**
 * Who did what, when, to which study, and what came of it: one line each of columns with tabs between them, chained as those of the audit
 * log ({@link ChainedLog}). Safe for use by many threads and processes.
 */
@Component(service = AccessLog.class)
public final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String NOTHING = "-";
    /** Of a column. */
    private static final int MOST_CHARACTERS = 300;
    /** The same person sees the thousand images of a study: one line says so. */
    private static final Duration SAME = Duration.ofMinutes(10);
    private static final int MOST_SEEN = 10_000;

    private final Path file;
    private final LockedFile lock;
    private final ChainedLog log;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    @Activate
    public AccessLog(BundleContext context) {
        this(InstallPaths.of(context::getProperty).accessLog(), InstantSource.system());
    }

    AccessLog(Path file, InstantSource clock) {
        this.file = file;
        this.lock = new LockedFile(file);
        this.log = new ChainedLog(file);
        this.clock = clock;
    }

    /**
     * One line of the log.
     *
     * @param event what kind of thing it is, a word
     * @param who name of account or token, as it was given where nobody is logged in
     * @param address of the other end
     * @param means how it was proved who that is
     * @param what method and path
     * @param study its StudyInstanceUID; may be empty
     * @param outcome status of HTTP, or a word
     */
    record Line(String event, String who, String address, String means, String what, String study, String outcome) {

        private String text(Instant time) {
            return Stream.of(time.truncatedTo(ChronoUnit.SECONDS).toString(), event, who, address, means, what, study, outcome)
                    .map(Line::column).collect(Collectors.joining("\t"));
        }

        /** A line is one line, and a short one, whatever somebody calls himself. */
        private static String column(String text) {
            String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "...";
            String clean = cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", " ").strip();
            return clean.isEmpty() ? NOTHING : clean;
        }
    }

    /** Adds a line; if that is not possible the log of the process has it. */
    void add(Line line) {
        String text = line.text(clock.instant());
        try {
            lock.locked(() -> log.add(text));
        } catch (IOException e) {
            LOG.error("{} cannot be written ({}), so this is not in it: {}", file, FileFailure.reason(e), text);
        }
    }

    /** Adds a line, unless there was the same of the same study a few minutes ago. */
    void addOnce(Line line) {
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
