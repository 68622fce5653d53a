package spine.nd4j.cuda;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import spine.nd4j.Nd4jEngine;
import spine.unet.engine.InferenceEngine;
import spine.unet.tck.InferenceEngineContract;

/** The kit of every engine, on a device. */
class CudaEngineTest extends InferenceEngineContract {
    private static final CudaAccelerator DEVICE = new CudaAccelerator();
    private static final Optional<String> OBSTACLE = DEVICE.obstacle();
    private static InferenceEngine engine;

    /** Not before all tests: so each is reported as skipped. */
    @Override
    protected InferenceEngine engine() {
        assumeTrue(OBSTACLE.isEmpty(), OBSTACLE::orElseThrow);
        if (engine == null) {
            engine = Nd4jEngine.start(DEVICE, List.of(), () -> fail("the networks of the kit are small"));
        }
        return engine;
    }
}
