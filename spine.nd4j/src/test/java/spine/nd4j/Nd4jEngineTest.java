package spine.nd4j;

import spine.unet.engine.InferenceEngine;
import spine.unet.tck.InferenceEngineContract;

class Nd4jEngineTest extends InferenceEngineContract {

    @Override
    protected InferenceEngine engine() {
        return Nd4jEngine.start();
    }
}
