package spine.isolation.internal.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.isolation.internal.codec.PropertyCodec;
import spine.isolation.internal.wire.MessageType;
import spine.isolation.internal.wire.Offer;

/**
 * A place for one process of a bundle: one is started when it is asked, and a new one after each that ended. One thread asks at a time; any
 * may close it or say that it is outdated.
 */
final class ProcessSlot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessSlot.class);
    private static final long MOST_OFFERS = 4 << 20;

    private final ChildProgram program;
    private final Path home;
    private final Supplier<ProcessLimits> limits;
    private final Supplier<Map<String, Map<String, Object>>> settings;
    private final String subject;
    private volatile ChildProcess process;
    private volatile boolean outdated;
    private volatile boolean closed;

    /** @param home see {@link BundleProcess#BundleProcess} for this and the others */
    ProcessSlot(ChildProgram program, Path home, Supplier<ProcessLimits> limits, Supplier<Map<String, Map<String, Object>>> settings,
            String subject) {
        this.program = program;
        this.home = home;
        this.limits = limits;
        this.settings = settings;
        this.subject = subject;
    }

    /** Starts its process anew, and says what the bundle offers. */
    List<Offer> restart() throws ProcessFailedException {
        end();
        outdated = false;
        ProcessLimits now = limits.get();
        Map<String, Map<String, Object>> set = settings.get();
        long begin = System.nanoTime();
        try {
            process = ChildProcess.start(program, home, now.megabytes(), subject);
        } catch (IOException e) {
            throw new ProcessFailedException("cannot be started", false, e);
        }
        if (closed) {
            end();
            throw new ProcessFailedException("is not started any more", false, null);
        }
        boolean up = false;
        try {
            List<Offer> offers = process.ask(new ChildProcess.Question<>(MessageType.START, out -> out.map(set, PropertyCodec::write),
                    in -> in.list(Offer::read), MOST_OFFERS, now.start()), Progress.SILENT, new Cancellation());
            LOG.info("{} runs in process {}, which took {} ms to start", subject, process.pid(), (System.nanoTime() - begin) / 1_000_000);
            up = true;
            return offers;
        } finally {
            if (!up) {
                end();
            }
        }
    }

    <T> T ask(ChildProcess.Question<T> question, Progress progress, Cancellation cancellation) throws ProcessFailedException {
        if (outdated || process == null || !process.alive()) {
            restart();
        }
        return process.ask(question, progress, cancellation);
    }

    /** The next question gets a new process. */
    void outdate() {
        outdated = true;
    }

    /** Ends its process, and a question in flight fails; no other will be started. */
    @Override
    public void close() {
        closed = true;
        ChildProcess last = process;
        if (last != null) {
            last.close();
        }
    }

    private void end() {
        ChildProcess last = process;
        process = null;
        if (last != null) {
            last.close();
        }
    }
}
