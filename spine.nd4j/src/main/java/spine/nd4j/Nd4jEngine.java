package spine.nd4j;

import spine.nd4j.internal.plan.UNetPlan;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.engine.PooledSession;
import spine.unet.network.UNetParameters;

/** Runs networks as compiled plans of ND4J operations. There is one for the life of the process. */
public final class Nd4jEngine implements InferenceEngine {
    /** Its {@link InferenceEngine#ID}. */
    public static final String NAME = "nd4j";

    private final EngineDescription description;

    private Nd4jEngine(EngineDescription description) {
        this.description = description;
    }

    /**
     * Starts ND4J, unless it runs already, and has it prove itself.
     *
     * @throws IllegalStateException if it computes wrongly, or without oneDNN and so many times slower; the message says which
     */
    public static Nd4jEngine start() {
        return new Nd4jEngine(ProvenEngine.start());
    }

    @Override
    public EngineDescription description() {
        return description;
    }

    @Override
    public InferenceSession open(UNetParameters network, int parallelRuns) {
        return new PooledSession(network.size().inputChannels(), network.size().classes(),
                (images, rows, columns) -> new UNetPlan(network, images, rows, columns), parallelRuns, () -> { });
    }
}
