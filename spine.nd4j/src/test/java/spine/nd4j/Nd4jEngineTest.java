package spine.nd4j;

import spine.unet.engine.InferenceEngine;
import spine.unet.tck.InferenceEngineContract;

class Nd4jEngineTest extends InferenceEngineContract {
    private static final InferenceEngine ENGINE = Nd4jEngine.start();

    @Override
    protected InferenceEngine engine() {
        return ENGINE;
    }
}
