package spine.isolation.internal.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.isolation.internal.codec.ImageCodec;
import spine.isolation.internal.codec.ModelCodec;
import spine.isolation.internal.codec.PropertyCodec;
import spine.isolation.internal.codec.ScoreCodec;
import spine.isolation.internal.wire.MessageType;
import spine.isolation.internal.wire.Offer;

/**
 * The process of one foreign bundle: started when it is asked, asked one question at a time, and a new one after each that ended. So what
 * ends it costs the study that asked, and no other that waits. Safe for use by many threads.
 */
public final class BundleProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BundleProcess.class);
    private static final long MOST_OFFERS = 4 << 20;
    private static final long MOST_SCORE = 16 << 20;
    /** For the names of classes and the lengths of maps. */
    private static final long BESIDE_PIXELS = 1 << 20;

    private final ChildProgram program;
    private final Path home;
    private final Supplier<ProcessLimits> limits;
    private final Supplier<Map<String, Map<String, Object>>> settings;
    private final String subject;
    private final ReentrantLock one = new ReentrantLock(true);
    private volatile ChildProcess process;
    private volatile boolean closed;

    /**
     * @param home folder for what the processes write
     * @param settings properties by PID, for each new process
     * @param subject what runs in it, such as {@code the bundle berlin-index 1.0.0}
     */
    public BundleProcess(ChildProgram program, Path home, Supplier<ProcessLimits> limits,
            Supplier<Map<String, Map<String, Object>>> settings, String subject) {
        this.program = program;
        this.home = home;
        this.limits = limits;
        this.settings = settings;
        this.subject = subject;
    }

    /** Starts it anew, and says what the bundle offers. */
    public List<Offer> offers() throws ProcessFailedException {
        return alone(() -> {
            end();
            return start();
        });
    }

    /** @return empty if the index gave none */
    public Optional<Score> score(int index, ScoringInput input) throws ProcessFailedException {
        return ask(new ChildProcess.Question<>(MessageType.SCORE, out -> {
            out.number(index);
            ScoreCodec.writeInput(out, input);
        }, in -> in.optional(ScoreCodec::readScore), MOST_SCORE, limits.get().scoring()), Progress.SILENT, new Cancellation());
    }

    /**
     * @param region empty for the whole stack
     * @param classes of the model, by its card
     * @return empty if the model gave none
     */
    public Optional<ClassProbabilities> segment(int model, SliceStack stack, Optional<StackRegion> region, int classes, Progress progress,
            Cancellation cancellation) throws ProcessFailedException {
        long pixels = (long) classes * stack.slices().size() * stack.rows() * stack.columns();
        return ask(new ChildProcess.Question<>(MessageType.SEGMENT, out -> {
            out.number(model);
            ImageCodec.writeStack(out, stack);
            out.optional(region, ImageCodec::writeRegion);
        }, in -> in.optional(ModelCodec::readProbabilities), pixels + BESIDE_PIXELS, limits.get().segmentation()), progress, cancellation);
    }

    /** Ends it when the question in flight has been answered; the next one gets a new one. */
    public void renew() throws ProcessFailedException {
        alone(() -> {
            end();
            return true;
        });
    }

    /** Ends it, and a question in flight fails; no other will be started. */
    @Override
    public void close() {
        closed = true;
        ChildProcess last = process;
        if (last != null) {
            last.close();
        }
    }

    private interface Work<T> {
        T run() throws ProcessFailedException;
    }

    private <T> T ask(ChildProcess.Question<T> question, Progress progress, Cancellation cancellation) throws ProcessFailedException {
        return alone(() -> {
            if (process == null || !process.alive()) {
                end();
                start();
            }
            return process.ask(question, progress, cancellation);
        });
    }

    private <T> T alone(Work<T> work) throws ProcessFailedException {
        try {
            one.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a process");
        }
        try {
            return work.run();
        } finally {
            one.unlock();
        }
    }

    private List<Offer> start() throws ProcessFailedException {
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

    private void end() {
        ChildProcess last = process;
        process = null;
        if (last != null) {
            last.close();
        }
    }
}
