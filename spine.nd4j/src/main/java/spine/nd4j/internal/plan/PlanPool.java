package spine.nd4j.internal.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import spine.unet.engine.InferenceSession;
import spine.unet.network.UNetParameters;

/** A network as plans, of which the idle ones are kept for the next images of the same shape. */
public final class PlanPool implements InferenceSession {
    private final UNetParameters parameters;
    private final int keep;
    private final Deque<UNetPlan> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param keep plans to keep at most, of whatever shape */
    public PlanPool(UNetParameters parameters, int keep) {
        this.parameters = parameters;
        this.keep = keep;
    }

    @Override
    public int inputChannels() {
        return parameters.size().inputChannels();
    }

    @Override
    public int classes() {
        return parameters.size().classes();
    }

    @Override
    public void run(int images, int rows, int columns, float[] in, float[] out) {
        UNetPlan plan = borrow(images, rows, columns);
        try {
            plan.run(in, out);
        } finally {
            giveBack(plan);
        }
    }

    /** A plan for the caller alone, until it is given back. */
    private UNetPlan borrow(int images, int rows, int columns) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            for (Iterator<UNetPlan> plans = idle.iterator(); plans.hasNext();) {
                UNetPlan plan = plans.next();
                if (plan.images() == images && plan.rows() == rows && plan.columns() == columns) {
                    plans.remove();
                    return plan;
                }
            }
        }
        return new UNetPlan(parameters, images, rows, columns);
    }

    private synchronized void giveBack(UNetPlan plan) {
        if (closed) {
            plan.close();
            return;
        }
        idle.addFirst(plan);
        if (idle.size() > keep) {
            idle.removeLast().close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(UNetPlan::close);
        idle.clear();
    }
}
