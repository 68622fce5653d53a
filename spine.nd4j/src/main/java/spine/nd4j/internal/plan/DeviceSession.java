package spine.nd4j.internal.plan;

import spine.unet.engine.InferenceSession;
import spine.unet.engine.PooledSession;
import spine.unet.network.UNetConfiguration;

/** A network whose plans lie on a device, beside those of the others. */
public final class DeviceSession implements InferenceSession {
    private final UNetConfiguration size;
    private final PooledSession.Maker maker;
    private final DevicePlans plans;
    private final Runnable end;
    private volatile boolean closed;

    /**
     * @param maker makes a plan on the device
     * @param end runs once, when its plans are freed
     */
    public DeviceSession(UNetConfiguration size, PooledSession.Maker maker, DevicePlans plans, Runnable end) {
        this.size = size;
        this.maker = maker;
        this.plans = plans;
        this.end = end;
    }

    @Override
    public int inputChannels() {
        return size.inputChannels();
    }

    @Override
    public int classes() {
        return size.classes();
    }

    @Override
    public void run(int images, int rows, int columns, float[] in, float[] out) {
        if (closed) {
            throw new IllegalStateException("the model is closed");
        }
        plans.run(new DevicePlans.Key(this, images, rows, columns), PlanMemoryNeed.of(size, rows, columns).bytes(images),
                () -> maker.make(images, rows, columns), in, out);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            plans.release(this);
            end.run();
        }
    }
}
