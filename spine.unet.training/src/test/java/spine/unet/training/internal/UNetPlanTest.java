package spine.unet.training.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.nd4j.internal.plan.NativeWeights;
import spine.nd4j.internal.plan.UNetPlan;
import spine.unet.AttentionUNet;
import spine.unet.GraphParameters;
import spine.unet.RandomNets;
import spine.unet.network.UNetConfiguration;

class UNetPlanTest {

    @ParameterizedTest
    @CsvSource({"2,1,64,32", "7,1,96,48", "7,2,48,64", "2,1,16,16"})
    void equalsTheGraph(int classes, int images, int rows, int columns) {
        ComputationGraph net = RandomNets.shaken(UNetConfiguration.ofClasses(classes));
        float[] in = RandomNets.values(images * rows * columns * 3, 3);
        float[] out = new float[images * rows * columns * classes];
        try (NativeWeights weights = new NativeWeights(GraphParameters.of(net));
                UNetPlan plan = new UNetPlan(weights, images, rows, columns)) {
            plan.run(RandomNets.values(in.length, 4), out);
            plan.run(in, out);
        }
        INDArray expected = net.outputSingle(Nd4j.create(in, new long[] {images, rows, columns, 3}, 'c'));
        assertEquals(0, maxDifference(expected.dup('c').data().asFloat(), out), 1e-4);
        for (int i = 0; i < out.length; i += classes) {
            float sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += out[i + c];
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void survivesSavingWithEverythingItNeedsToResume() throws Exception {
        ComputationGraph net = RandomNets.shaken(UNetConfiguration.ofClasses(2));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AttentionUNet.save(net, file, true);
        ComputationGraph restored = ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file.toByteArray()), true);
        assertEquals(net.params(), restored.params());
        assertEquals(net.getConfiguration().toJson(), restored.getConfiguration().toJson());
        assertEquals(UNetConfiguration.ofClasses(2), AttentionUNet.sizeOf(restored));
    }

    @Test
    void gateWeighsEveryChannelOfAPixelByOneCoefficient() {
        UNetConfiguration size = new UNetConfiguration(3, 8, 2);
        ComputationGraph net = RandomNets.shaken(size);
        var maps = net.feedForward(Nd4j.create(RandomNets.values(64 * 32 * 3, 5), new long[] {1, 64, 32, 3}, 'c'), false);
        for (int level = 1; level <= UNetConfiguration.LEVELS; level++) {
            INDArray coefficients = maps.get("coefficients" + level);
            INDArray skip = maps.get("encoder" + level + "b-act");
            INDArray gated = maps.get("gate" + level);
            long rows = 64 >> (level - 1);
            assertEquals(1, coefficients.size(3));
            assertEquals(rows, coefficients.size(1));
            assertEquals(8L << (level - 1), gated.size(3));
            Random random = new Random(level);
            for (int i = 0; i < 20; i++) {
                long r = random.nextInt((int) rows);
                long c = random.nextInt((int) rows / 2);
                long f = random.nextInt((int) gated.size(3));
                assertEquals(skip.getFloat(0, r, c, f) * coefficients.getFloat(0, r, c, 0), gated.getFloat(0, r, c, f), 1e-6);
            }
        }
    }

    @Test
    void refusesSizesThatCannotBeHalvedFourTimes() {
        try (NativeWeights weights = new NativeWeights(GraphParameters.of(RandomNets.shaken(UNetConfiguration.ofClasses(2))))) {
            assertThrows(IllegalArgumentException.class, () -> new UNetPlan(weights, 1, 60, 32));
        }
    }

    private static double maxDifference(float[] a, float[] b) {
        assertEquals(a.length, b.length);
        double max = 0;
        for (int i = 0; i < a.length; i++) {
            max = Math.max(max, Math.abs(a[i] - b[i]));
        }
        return max;
    }
}
