package spine.unet.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * A session of an engine that must prepare a network for each shape of images and may use it on one thread at a time: what is idle is kept
 * for the next images of the same shape.
 */
public final class PooledSession implements InferenceSession {
    /** Parts of slices come in two heights, in groups of up to two sizes. */
    private static final int SHAPES = 3;

    private final int inputChannels;
    private final int classes;
    private final Maker maker;
    private final int keep;
    private final Runnable end;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    /** Prepares the network for a shape. */
    public interface Maker {
        ShapedRun make(int images, int rows, int columns);
    }

    private record Idle(ImageBatch shape, ShapedRun run) {
    }

    /**
     * @param inputChannels of the network
     * @param classes of the network
     * @param parallelRuns runs at the same time, for each of which it keeps three shapes, above 0
     * @param end runs once, when all that was kept is closed
     */
    public PooledSession(int inputChannels, int classes, Maker maker, int parallelRuns, Runnable end) {
        this.inputChannels = inputChannels;
        this.classes = classes;
        this.maker = maker;
        this.keep = SHAPES * parallelRuns;
        this.end = end;
    }

    @Override
    public int inputChannels() {
        return inputChannels;
    }

    @Override
    public int classes() {
        return classes;
    }

    @Override
    public void run(int images, int rows, int columns, float[] in, float[] out) {
        ImageBatch shape = new ImageBatch(images, rows, columns);
        shape.check(inputChannels, classes, in, out);
        ShapedRun run = borrow(shape);
        try {
            run.run(in, out);
        } finally {
            giveBack(new Idle(shape, run));
        }
    }

    /** For the caller alone, until it is given back. */
    private ShapedRun borrow(ImageBatch shape) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            for (Iterator<Idle> each = idle.iterator(); each.hasNext();) {
                Idle next = each.next();
                if (next.shape.equals(shape)) {
                    each.remove();
                    return next.run;
                }
            }
        }
        return maker.make(shape.images(), shape.rows(), shape.columns());
    }

    private synchronized void giveBack(Idle given) {
        if (closed) {
            given.run.close();
            return;
        }
        idle.addFirst(given);
        if (idle.size() > keep) {
            idle.removeLast().run.close();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            idle.forEach(each -> each.run.close());
            idle.clear();
            end.run();
        }
    }
}
