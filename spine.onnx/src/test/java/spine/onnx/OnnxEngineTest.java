package spine.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
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
        // In the build for CUDA, which is run by the same tests, and on the processor.
        boolean inVain = OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA) && name.endsWith("(CPU)");
        assertEquals(inVain ? 1 : 0, engine().description().remarks().size());
        engine().description().remarks().forEach(remark -> assertTrue(remark.matches("CUDA is not used: [^\\n]+\\."), remark));
    }

    @Test
    void sameNetworkGivesTheSameFile() {
        UNetConfiguration size = new UNetConfiguration(3, 2, 2);
        assertArrayEquals(OnnxExport.write(RandomParameters.of(size, 1)), OnnxExport.write(RandomParameters.of(size, 1)));
    }
}
