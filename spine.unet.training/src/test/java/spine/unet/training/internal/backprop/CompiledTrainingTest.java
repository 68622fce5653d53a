package spine.unet.training.internal.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import spine.unet.AttentionUNet;
import spine.unet.DiceCrossEntropy;
import spine.unet.WarmUpCosine;
import spine.unet.network.UNetConfiguration;

class CompiledTrainingTest {
    /**
     * Both networks round differently, and a unit that is 0 in one of them and just above in the other has another gradient, which changes
     * all that come before it. Of several small batches some have no such unit.
     */
    @ParameterizedTest
    @CsvSource({"2,8,2,32,32,1", "7,8,3,32,16,2", "2,2,1,64,32,1", "2,4,5,16,32,2"})
    void itsGradientsAreThoseOfTheGraph(int classes, int filters, int images, int rows, int columns, int threads) {
        ComputationGraph graph = net(classes, filters);
        ComputationGraph own = net(classes, filters);
        Map<Double, String> worst = new TreeMap<>();
        try (CompiledTraining training = new CompiledTraining(own, images, rows, columns, threads)) {
            for (int seed = 1; seed <= 8; seed++) {
                Batch batch = new Batch(classes, images, rows, columns, seed);
                training.gradients(batch.input, batch.truth);
                graph.setInputs(batch.inputArray());
                graph.setLabels(batch.truthArray());
                graph.computeGradientAndScore();
                Map<Double, String> differences = differences(graph, own);
                double highest = Collections.max(differences.keySet());
                worst.put(highest, differences.get(highest) + " of batch " + seed);
            }
        }
        assertTrue(Collections.min(worst.keySet()) < 1e-4, worst.toString());
        assertTrue(Collections.max(worst.keySet()) < 0.5, worst.toString());
    }

    /** The name of each parameter by how much its gradients differ, in units of their norm. */
    private static Map<Double, String> differences(ComputationGraph graph, ComputationGraph own) {
        Map<Double, String> differences = new HashMap<>();
        graph.gradient().gradientForVariable().forEach((key, expected) -> {
            int name = key.lastIndexOf('_');
            INDArray found = new Parameters(own, key.substring(0, name)).gradient(key.substring(name + 1));
            differences.put(norm(found.sub(expected.reshape(found.shape()))) / norm(expected), key);
        });
        return differences;
    }

    @Test
    void itsGradientsAreTheSlopesOfTheLoss() {
        ComputationGraph net = net(3, 4);
        Batch batch = new Batch(3, 2, 32, 32, 5);
        try (CompiledTraining training = new CompiledTraining(net, 2, 32, 32, 1)) {
            for (Layer layer : net.getLayers()) {
                for (String name : layer.paramTable().keySet()) {
                    if (!name.equals("mean") && !name.equals("var")) {
                        requireSlope(training, batch, net, layer.conf().getLayer().getLayerName(), name);
                    }
                }
            }
        }
    }

    /** Along the gradient the loss rises by the gradient's length. */
    private static void requireSlope(CompiledTraining training, Batch batch, ComputationGraph net, String layer, String name) {
        Parameters parameters = new Parameters(net, layer);
        training.gradients(batch.input, batch.truth);
        INDArray gradient = parameters.gradient(name).dup();
        INDArray value = parameters.value(name);
        INDArray before = value.dup();
        double length = norm(gradient);
        // Short: within it few units of the first layers cross the edge of their ReLU, where the slope changes.
        double step = 3e-4;
        value.addi(gradient.mul(step / length));
        double above = training.gradients(batch.input, batch.truth);
        value.assign(before).subi(gradient.mul(step / length));
        double below = training.gradients(batch.input, batch.truth);
        value.assign(before);
        assertEquals(length, (above - below) / (2 * step), 0.05 * length + 2e-3, layer + "_" + name);
    }

    @Test
    void aStepIsThatOfTheGraph() {
        ComputationGraph graph = net(2, 8);
        ComputationGraph own = net(2, 8);
        INDArray start = graph.params().dup();
        Batch batch = new Batch(2, 2, 64, 32, 5);
        double loss;
        double second;
        try (CompiledTraining training = new CompiledTraining(own, 2, 64, 32, 2)) {
            loss = training.fit(batch.input, batch.truth);
            assertEquals(lossOf(graph, batch), loss, 1e-5);
            graph.fit(new INDArray[] {batch.inputArray()}, new INDArray[] {batch.truthArray()});
            INDArray move = graph.params().sub(start);
            assertEquals(0, norm(own.params().sub(graph.params())), 0.1 * norm(move));
            assertEquals(0, norm(own.getUpdater().getStateViewArray().sub(graph.getUpdater().getStateViewArray())),
                    0.1 * norm(graph.getUpdater().getStateViewArray()));
            assertEquals(graph.getIterationCount(), own.getIterationCount());
            second = training.fit(batch.input, batch.truth);
        }
        assertTrue(second < loss, loss + ", then " + second);
    }

    @Test
    void theGraphItselfTrainsAlike() {
        ComputationGraph graph = net(2, 8);
        ComputationGraph own = net(2, 8);
        INDArray start = graph.params().dup();
        Batch batch = new Batch(2, 2, 64, 32, 5);
        try (GraphTraining training = new GraphTraining(graph, 2, 64, 32);
                CompiledTraining compiled = new CompiledTraining(own, 2, 64, 32, 1)) {
            assertEquals(compiled.fit(batch.input, batch.truth), training.fit(batch.input, batch.truth), 1e-5);
            assertEquals(0, norm(own.params().sub(graph.params())), 0.1 * norm(graph.params().sub(start)));
            assertEquals(compiled.fit(batch.input, batch.truth), training.fit(batch.input, batch.truth), 1e-3);
            assertEquals(own.getIterationCount(), graph.getIterationCount());
        }
        assertTrue(graph.getListeners().isEmpty());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        ComputationGraph alone = net(2, 8);
        ComputationGraph shared = net(2, 8);
        Batch batch = new Batch(2, 3, 32, 48, 5);
        try (CompiledTraining one = new CompiledTraining(alone, 3, 32, 48, 1);
                CompiledTraining three = new CompiledTraining(shared, 3, 32, 48, 3)) {
            for (int step = 0; step < 3; step++) {
                assertEquals(one.fit(batch.input, batch.truth), three.fit(batch.input, batch.truth));
            }
        }
        assertEquals(alone.params(), shared.params());
        assertEquals(alone.getUpdater().getStateViewArray(), shared.getUpdater().getStateViewArray());
    }

    private static double lossOf(ComputationGraph graph, Batch batch) {
        INDArray logits = graph.feedForward(batch.inputArray(), true).get("classes");
        return AttentionUNet.lossOf(graph).evaluate(batch.truth, logits.dup('c').data().asFloat(), 1,
                (count, task) -> task.accept(0)).loss();
    }

    private static double norm(INDArray array) {
        return array.norm2Number().doubleValue();
    }

    private static ComputationGraph net(int classes, int filters) {
        double[] weights = new double[classes];
        for (int c = 0; c < classes; c++) {
            weights[c] = 1 + c;
        }
        ComputationGraph net = AttentionUNet.create(new UNetConfiguration(3, filters, classes), new DiceCrossEntropy(weights),
                new WarmUpCosine(1e-3, 10, 1000), 1);
        for (Layer layer : net.getLayers()) {
            if (layer.paramTable().containsKey("beta")) {
                INDArray values = layer.getParam("beta");
                for (long i = 0; i < values.length(); i++) {
                    values.putScalar(i, i % 4 == 3 ? -0.3 : 0.5);
                }
            }
        }
        return net;
    }

    /** Noise with truth of every class. */
    private static final class Batch {
        private final long[] shape;
        private final int classes;
        private final float[] input;
        private final float[] truth;

        Batch(int classes, int images, int rows, int columns, long seed) {
            Random random = new Random(seed);
            int pixels = images * rows * columns;
            this.shape = new long[] {images, rows, columns, 3};
            this.classes = classes;
            this.input = new float[pixels * 3];
            this.truth = new float[pixels * classes];
            for (int i = 0; i < input.length; i++) {
                input[i] = random.nextFloat();
            }
            for (int i = 0; i < pixels; i++) {
                truth[i * classes + random.nextInt(classes)] = 1;
            }
        }

        INDArray inputArray() {
            return Nd4j.create(input, shape, 'c');
        }

        INDArray truthArray() {
            return Nd4j.create(truth, new long[] {shape[0], shape[1], shape[2], classes}, 'c');
        }
    }
}
