package spine.unet.training.internal.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.nd4j.internal.plan.UNetPlan;
import spine.unet.GraphParameters;
import spine.unet.RandomNets;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

class OnnxExportTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void anotherEngineGivesTheSameProbabilities(int classes) throws Exception {
        UNetParameters parameters = GraphParameters.of(RandomNets.shaken(new UNetConfiguration(3, 4, classes)));
        float[] in = RandomNets.values(2 * 64 * 48 * 3, 7);
        float[] expected = new float[2 * 64 * 48 * classes];
        try (UNetPlan plan = new UNetPlan(parameters, 2, 64, 48)) {
            plan.run(in, expected);
        }
        float[] out = new float[expected.length];
        try (OnnxNetwork network = new OnnxNetwork(OnnxExport.write(parameters), 2, 3, 64, 48)) {
            network.run(OnnxNetwork.transposed(in, 2, 64 * 48, 3), out);
        }
        assertArrayEquals(OnnxNetwork.transposed(expected, 2, 64 * 48, classes), out, 1e-5f);
    }

    @Test
    void sameNetworkGivesTheSameFile() {
        UNetParameters parameters = GraphParameters.of(RandomNets.shaken(new UNetConfiguration(3, 2, 2)));
        assertArrayEquals(OnnxExport.write(parameters), OnnxExport.write(parameters));
    }
}
