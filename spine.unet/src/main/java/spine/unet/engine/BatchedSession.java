package spine.unet.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on a device that has less memory than a processor: images go there in batches that its memory carries. Where it is used up all
 * the same, by others too, half as many go at once from then on, and where it does not carry one image, the processor takes them.
 */
public final class BatchedSession implements InferenceSession {
    private static final Logger LOG = LoggerFactory.getLogger(BatchedSession.class);

    private final String device;
    private final InferenceSession onDevice;
    private final Capacity capacity;
    private final Supplier<InferenceSession> processor;
    private final Map<Size, Integer> limits = new ConcurrentHashMap<>();
    private InferenceSession onProcessor;

    /** How many images of a size the memory of a device carries at once, by what is known before anything runs. */
    public interface Capacity {
        int images(int rows, int columns);
    }

    private record Size(int rows, int columns) {
    }

    /**
     * @param device its name, for the log
     * @param onDevice the network there, which fails by an exception for which {@link MemoryExhaustion#is} holds; closed with this
     * @param processor prepares the same network on the processor; asked once, when it is needed
     */
    public BatchedSession(String device, InferenceSession onDevice, Capacity capacity, Supplier<InferenceSession> processor) {
        this.device = device;
        this.onDevice = onDevice;
        this.capacity = capacity;
        this.processor = processor;
    }

    @Override
    public int inputChannels() {
        return onDevice.inputChannels();
    }

    @Override
    public int classes() {
        return onDevice.classes();
    }

    @Override
    public void run(int images, int rows, int columns, float[] in, float[] out) {
        new ImageBatch(images, rows, columns).check(inputChannels(), classes(), in, out);
        Size size = new Size(rows, columns);
        for (int done = 0; done < images;) {
            int limit = limits.computeIfAbsent(size, key -> Math.max(0, capacity.images(rows, columns)));
            int left = images - done;
            // Batches of one size as far as they go: every other size is prepared for itself.
            int batch = limit == 0 ? left : (left + divideUp(left, limit) - 1) / divideUp(left, limit);
            if (limit == 0) {
                run(processor(), new ImageBatch(batch, rows, columns), done, in, out);
                done += batch;
            } else if (runs(new ImageBatch(batch, rows, columns), done, in, out)) {
                done += batch;
            } else {
                lower(size, batch / 2);
            }
        }
    }

    private static int divideUp(int a, int b) {
        return (a + b - 1) / b;
    }

    /** Whether the memory of the device sufficed. */
    private boolean runs(ImageBatch batch, int first, float[] in, float[] out) {
        try {
            run(onDevice, batch, first, in, out);
            return true;
        } catch (RuntimeException e) {
            if (!MemoryExhaustion.is(e)) {
                throw e;
            }
            LOG.debug("memory of {} used up", device, e);
            return false;
        }
    }

    /** Runs on the session the part of the images that begins with the first one. */
    private void run(InferenceSession session, ImageBatch batch, int first, float[] in, float[] out) {
        int pixels = batch.rows() * batch.columns();
        int from = first * pixels * inputChannels();
        int length = batch.images() * pixels * inputChannels();
        int to = first * pixels * classes();
        if (length == in.length) {
            session.run(batch.images(), batch.rows(), batch.columns(), in, out);
            return;
        }
        float[] answer = new float[batch.images() * pixels * classes()];
        session.run(batch.images(), batch.rows(), batch.columns(), Arrays.copyOfRange(in, from, from + length), answer);
        System.arraycopy(answer, 0, out, to, answer.length);
    }

    /** Another thread may have lowered it further. */
    private void lower(Size size, int limit) {
        int before = limits.get(size);
        int now = limits.merge(size, limit, Math::min);
        if (now < before) {
            LOG.warn(String.format(Locale.ROOT, "The memory of %s is used up: of %d x %d pixels, %s.", device, size.rows, size.columns,
                    now == 0 ? "the processor takes all images from now on" : "it takes " + now + " image(s) at once from now on"));
        }
    }

    private synchronized InferenceSession processor() {
        if (onProcessor == null) {
            onProcessor = processor.get();
        }
        return onProcessor;
    }

    @Override
    public synchronized void close() {
        onDevice.close();
        if (onProcessor != null) {
            onProcessor.close();
        }
    }
}
