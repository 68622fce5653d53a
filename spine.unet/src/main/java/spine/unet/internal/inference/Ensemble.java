package spine.unet.internal.inference;

import java.util.List;
import spine.unet.UNetParameters;
import spine.unet.internal.plan.PlanPool;
import spine.unet.internal.plan.UNetPlan;

/** The networks of one model, whose probabilities are averaged. Safe for use by many threads. */
public final class Ensemble implements AutoCloseable {
    private final List<PlanPool> networks;

    /**
     * @param networks at least one
     * @param parallelImages slices that are segmented at the same time, above 0
     */
    public Ensemble(List<UNetParameters> networks, int parallelImages) {
        this.networks = networks.stream().map(parameters -> new PlanPool(parameters, parallelImages)).toList();
    }

    /** @return {@code [class][row * columns + column]}, the mean over the networks, of the window */
    public float[][] probabilities(SliceInference inference, int slice) {
        float[][] mean = run(networks.get(0), inference, slice);
        for (int network = 1; network < networks.size(); network++) {
            float[][] other = run(networks.get(network), inference, slice);
            for (int c = 0; c < mean.length; c++) {
                for (int i = 0; i < mean[c].length; i++) {
                    mean[c][i] += (other[c][i] - mean[c][i]) / (network + 1);
                }
            }
        }
        return mean;
    }

    private static float[][] run(PlanPool plans, SliceInference inference, int slice) {
        UNetPlan plan = plans.borrow(inference.rows(), inference.columns());
        try {
            return inference.run(plan, slice);
        } finally {
            plans.giveBack(plan);
        }
    }

    /** Frees native memory. Nobody may be inside {@link #probabilities}. */
    @Override
    public void close() {
        networks.forEach(PlanPool::close);
    }
}
