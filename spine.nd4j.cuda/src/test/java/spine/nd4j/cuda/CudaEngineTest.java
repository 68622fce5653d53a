package spine.nd4j.cuda;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import spine.nd4j.Nd4jEngine;
import spine.unet.engine.InferenceEngine;
import spine.unet.tck.InferenceEngineContract;

/** The kit of every engine, on a device. */
class CudaEngineTest extends InferenceEngineContract {
    private static InferenceEngine engine;

    @BeforeAll
    static void startOnTheDevice() {
        CudaAccelerator accelerator = new CudaAccelerator();
        Optional<String> obstacle = accelerator.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElseThrow());
        engine = Nd4jEngine.start(accelerator, List.of(), () -> fail("the networks of the kit are small"));
    }

    @Override
    protected InferenceEngine engine() {
        return engine;
    }
}
