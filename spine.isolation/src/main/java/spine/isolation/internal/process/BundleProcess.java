package spine.isolation.internal.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.isolation.internal.codec.ImageCodec;
import spine.isolation.internal.codec.ModelCodec;
import spine.isolation.internal.codec.ScoreCodec;
import spine.isolation.internal.wire.MessageType;
import spine.isolation.internal.wire.Offer;

/**
 * What runs one foreign bundle: a process, which is asked one question at a time, so that what ends it costs the study that asked and no
 * other; and further ones while studies ask side by side. Safe for use by many threads.
 */
public final class BundleProcess implements AutoCloseable {
    /** Processes: each takes memory of its own, and a machine scores few studies at a time. */
    private static final int MOST = 4;
    /** After which a further process is ended. */
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final long MOST_SCORE = 16 << 20;
    /** For the names of classes and the lengths of maps. */
    private static final long BESIDE_PIXELS = 1 << 20;

    private final Supplier<ProcessLimits> limits;
    private final ProcessPool pool;

    /**
     * @param home folder for what the processes write
     * @param settings properties by PID, for each new process
     * @param subject what runs in it, such as {@code the bundle berlin-index 1.0.0}
     */
    public BundleProcess(ChildProgram program, Path home, Supplier<ProcessLimits> limits,
            Supplier<Map<String, Map<String, Object>>> settings, String subject) {
        this.limits = limits;
        this.pool = new ProcessPool(() -> new ProcessSlot(program, home, limits, settings, subject), MOST, IDLE);
    }

    /** Starts a process anew, and says what the bundle offers. */
    public List<Offer> offers() throws ProcessFailedException {
        return pool.lend(ProcessSlot::restart);
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

    /** The next question gets a new process; those in flight are answered. */
    public void renew() {
        pool.outdate();
    }

    /** Ends it, and a question in flight fails; no other will be started. */
    @Override
    public void close() {
        pool.close();
    }

    private <T> T ask(ChildProcess.Question<T> question, Progress progress, Cancellation cancellation) throws ProcessFailedException {
        return pool.lend(slot -> slot.ask(question, progress, cancellation));
    }
}
