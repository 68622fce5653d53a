package spine.nd4j;

import java.util.List;
import java.util.Optional;
import spine.nd4j.internal.plan.NativeWeights;
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
     * Starts ND4J on the processor, unless it runs already, and has it prove itself.
     *
     * @throws IllegalStateException if it computes wrongly, or without oneDNN and so many times slower; the message says which
     */
    public static Nd4jEngine start() {
        return start(Optional.empty(), List.of());
    }

    /**
     * The same on a device.
     *
     * @param device the one that ND4J will take, for users; empty for the processor
     * @param remarks what else users should know
     */
    public static Nd4jEngine start(Optional<String> device, List<String> remarks) {
        return new Nd4jEngine(ProvenEngine.start(device, remarks));
    }

    @Override
    public EngineDescription description() {
        return description;
    }

    @Override
    public InferenceSession open(UNetParameters network, int parallelRuns) {
        NativeWeights weights = new NativeWeights(network);
        return new PooledSession(network.size().inputChannels(), network.size().classes(),
                (images, rows, columns) -> new UNetPlan(weights, images, rows, columns), parallelRuns, weights::close);
    }
}
