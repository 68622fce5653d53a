package spine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import spine.onnx.internal.export.OnnxExport;
import spine.unet.engine.InferenceEngine;
import spine.unet.network.UNetConfiguration;
import spine.unet.tck.InferenceEngineContract;
import spine.unet.tck.RandomParameters;

class OnnxEngineTest extends InferenceEngineContract {
    private static final InferenceEngine ENGINE = OnnxEngine.start();

    @Override
    protected InferenceEngine engine() {
        return ENGINE;
    }

    @Test
    void itSaysOnWhatItRuns() {
        String name = engine().description().name();
        assertTrue(name.matches("ONNX Runtime [0-9.]+ \\((CPU|CUDA)\\)"), name);
    }

    @Test
    void sameNetworkGivesTheSameFile() {
        UNetConfiguration size = new UNetConfiguration(3, 2, 2);
        assertArrayEquals(OnnxExport.write(RandomParameters.of(size, 1)), OnnxExport.write(RandomParameters.of(size, 1)));
    }
}
