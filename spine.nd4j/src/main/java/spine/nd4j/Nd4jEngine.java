package spine.nd4j;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import spine.nd4j.internal.plan.DevicePlans;
import spine.nd4j.internal.plan.DeviceSession;
import spine.nd4j.internal.plan.NativeWeights;
import spine.nd4j.internal.plan.PlanMemoryNeed;
import spine.nd4j.internal.plan.UNetPlan;
import spine.unet.engine.BatchedSession;
import spine.unet.engine.EngineDescription;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.engine.PooledSession;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/** Runs networks as compiled plans of ND4J operations. There is one for the life of the process. */
public final class Nd4jEngine implements InferenceEngine {
    /** Its {@link InferenceEngine#ID}. */
    public static final String NAME = "nd4j";

    /** More at once give no more images per second, and take memory. */
    static final int MOST_AT_ONCE = 16;
    /** Bytes of a device's memory for the code and the libraries; half of the rest is for plans, and half for what operations take. */
    private static final long RESERVED = 1L << 30;

    private final EngineDescription description;
    /** Null on the processor. */
    private final DevicePlans plans;
    private final Supplier<InferenceEngine> processor;

    private Nd4jEngine(EngineDescription description, DevicePlans plans, Supplier<InferenceEngine> processor) {
        this.description = description;
        this.plans = plans;
        this.processor = processor;
    }

    /**
     * Starts ND4J on the processor, unless it runs already, and has it prove itself.
     *
     * @throws IllegalStateException if it computes wrongly, or without oneDNN and so many times slower; the message says which
     */
    public static Nd4jEngine start() {
        return start(List.of());
    }

    /**
     * The same.
     *
     * @param remarks what users should know besides
     */
    public static Nd4jEngine start(List<String> remarks) {
        return new Nd4jEngine(ProvenEngine.start(Optional.empty(), remarks), null, null);
    }

    /**
     * Starts ND4J on a device and has it prove itself there.
     *
     * @param device the one that ND4J will take
     * @param remarks what users should know besides
     * @param processor gives an engine on the processor, for images that the device has no memory for; asked when there are such
     * @throws RuntimeException if ND4J does not work there, or does not take the device
     */
    public static Nd4jEngine start(Accelerator device, List<String> remarks, Supplier<InferenceEngine> processor) {
        EngineDescription description = ProvenEngine.start(Optional.of(device.device()), remarks);
        return new Nd4jEngine(description, new DevicePlans(Math.max(1, (device.memory() - RESERVED) / 2)), processor);
    }

    @Override
    public EngineDescription description() {
        return description;
    }

    @Override
    public InferenceSession open(UNetParameters network, int parallelRuns) {
        UNetConfiguration size = network.size();
        NativeWeights weights = new NativeWeights(network);
        PooledSession.Maker maker = (images, rows, columns) -> new UNetPlan(weights, images, rows, columns);
        if (plans == null) {
            return new PooledSession(size.inputChannels(), size.classes(), maker, parallelRuns, weights::close);
        }
        // Half, so that the plan of another network does not always push this one out.
        return new BatchedSession(description.name(), new DeviceSession(size, maker, plans, weights::close),
                (rows, columns) -> Math.min(MOST_AT_ONCE, PlanMemoryNeed.of(size, rows, columns).imagesWithin(plans.bytes() / 2)),
                () -> processor.get().open(network, parallelRuns));
    }
}
