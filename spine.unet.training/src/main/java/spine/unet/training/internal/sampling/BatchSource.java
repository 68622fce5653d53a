package spine.unet.training.internal.sampling;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import spine.unet.training.internal.augmentation.Augmentation;

/**
 * Prepares batches on a thread of its own, a few ahead of training. Batch k depends on the seed and k alone, so a resumed
 * training sees what an uninterrupted one would have.
 */
public final class BatchSource implements AutoCloseable {

    /**
     * @param input {@code [crop][row][column][channel]}
     * @param truth {@code [crop][row][column][class]}
     */
    public record Batch(float[] input, float[] truth) {
    }

    private static final int AHEAD = 3;

    private final CropSampler sampler;
    private final CropExtractor extractor;
    private final CropSettings settings;
    private final Consumer<Batch> relabelling;
    private final long seed;
    private final BlockingQueue<Object> ready = new ArrayBlockingQueue<>(AHEAD);
    private final Thread worker;

    /**
     * Begins to prepare batches.
     *
     * @param relabelling may write another truth into a batch
     * @param seed of the training
     * @param firstStep index of the first batch
     * @param lastStep index after that of the last batch
     */
    public BatchSource(CropSampler sampler, CropExtractor extractor, CropSettings settings, Consumer<Batch> relabelling, long seed,
            int firstStep, int lastStep) {
        this.sampler = sampler;
        this.extractor = extractor;
        this.settings = settings;
        this.relabelling = relabelling;
        this.seed = seed;
        this.worker = new Thread(() -> produce(firstStep, lastStep), "training-crops");
        worker.setDaemon(true);
        worker.start();
    }

    private void produce(int firstStep, int lastStep) {
        try {
            for (int step = firstStep; step < lastStep; step++) {
                ready.put(batch(step));
            }
        } catch (InterruptedException e) {
            // close() interrupts; nobody waits for a batch any more.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            ready.clear();
            ready.offer(e);
        }
    }

    /** @param step index of the training step, from 0 */
    private Batch batch(int step) {
        Random random = new Random(new SplittableRandom(seed ^ (step * 0x9e3779b97f4a7c15L)).nextLong());
        int crops = settings.batch();
        Batch batch = new Batch(new float[crops * extractor.inputLength()], new float[crops * extractor.truthLength()]);
        for (int i = 0; i < crops; i++) {
            extractor.extract(sampler.sample(random), Augmentation.random(random, settings.anyContrast(), settings.endShare()), random,
                    batch.input(), batch.truth(), i);
        }
        relabelling.accept(batch);
        return batch;
    }

    /**
     * The next batch; waits for it.
     *
     * @throws RuntimeException if it could not be prepared
     */
    public Batch next() throws InterruptedException {
        Object next = ready.take();
        if (next instanceof RuntimeException failure) {
            throw failure;
        }
        return (Batch) next;
    }

    @Override
    public void close() {
        worker.interrupt();
    }
}
