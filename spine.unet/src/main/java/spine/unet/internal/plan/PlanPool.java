package spine.unet.internal.plan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import spine.unet.UNetParameters;

/** Idle plans of one model, kept for the next slice of the same shape. Safe for use by many threads. */
public final class PlanPool implements AutoCloseable {
    private final UNetParameters parameters;
    private final int keep;
    private final Deque<UNetPlan> idle = new ArrayDeque<>();
    private boolean closed;

    /** @param keep plans to keep at most, of whatever shape */
    public PlanPool(UNetParameters parameters, int keep) {
        this.parameters = parameters;
        this.keep = keep;
    }

    /** A plan for the caller alone, until it is {@linkplain #giveBack given back}. */
    public UNetPlan borrow(int rows, int columns) {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            for (Iterator<UNetPlan> plans = idle.iterator(); plans.hasNext();) {
                UNetPlan plan = plans.next();
                if (plan.rows() == rows && plan.columns() == columns) {
                    plans.remove();
                    return plan;
                }
            }
        }
        return new UNetPlan(parameters, 1, rows, columns);
    }

    /** Takes a borrowed plan back. */
    public synchronized void giveBack(UNetPlan plan) {
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
