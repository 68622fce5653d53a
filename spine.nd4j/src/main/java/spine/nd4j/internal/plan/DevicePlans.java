package spine.nd4j.internal.plan;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import spine.unet.engine.ShapedRun;

/**
 * The plans on a device, of all networks together: as many as a share of its memory holds, and the one that was used longest ago goes
 * first. One runs at a time, since one already occupies all of the device. Safe for use by many threads.
 */
public final class DevicePlans implements AutoCloseable {
    private final long bytes;
    /** In the order of their last use. */
    private final Map<Key, Held> plans = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    /** Makes the plan that is not there yet. */
    interface Maker {
        ShapedRun make();
    }

    /**
     * @param owner the session, by identity
     * @param images per run
     * @param rows of each
     * @param columns of each
     */
    record Key(Object owner, int images, int rows, int columns) {
    }

    private record Held(ShapedRun plan, long bytes) {
    }

    /** @param bytes that plans may take together, above 0 */
    public DevicePlans(long bytes) {
        this.bytes = bytes;
    }

    /** What they may take together. */
    public long bytes() {
        return bytes;
    }

    /**
     * Runs a plan.
     *
     * @param need what the plan takes, bytes
     * @throws RuntimeException as the plan or its maker does; the plan is gone then, and so are the others, whose memory it may have wanted
     */
    synchronized void run(Key key, long need, Maker maker, float[] in, float[] out) {
        try {
            Held held = plans.get(key);
            if (held == null) {
                free(need);
                held = new Held(maker.make(), need);
                plans.put(key, held);
                used += need;
            }
            held.plan.run(in, out);
        } catch (RuntimeException e) {
            try {
                close();
            } catch (RuntimeException afterwards) {
                e.addSuppressed(afterwards);
            }
            throw e;
        }
    }

    private void free(long need) {
        for (Iterator<Held> oldest = plans.values().iterator(); used + need > bytes && oldest.hasNext();) {
            Held held = oldest.next();
            oldest.remove();
            close(held);
        }
    }

    /** Frees the plans of a session. */
    synchronized void release(Object owner) {
        for (Iterator<Map.Entry<Key, Held>> each = plans.entrySet().iterator(); each.hasNext();) {
            Map.Entry<Key, Held> next = each.next();
            if (next.getKey().owner == owner) {
                each.remove();
                close(next.getValue());
            }
        }
    }

    private void close(Held held) {
        used -= held.bytes;
        held.plan.close();
    }

    /** Frees all plans; they are made anew where they are wanted again. */
    @Override
    public synchronized void close() {
        free(Long.MAX_VALUE / 2);
    }
}
