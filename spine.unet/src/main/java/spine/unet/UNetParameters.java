package spine.unet;

import java.util.HashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import spine.unet.internal.topology.Assembler;
import spine.unet.internal.topology.Convolution;
import spine.unet.internal.topology.UNetConfiguration;
import spine.unet.internal.topology.UNetTopology;

/**
 * The weights of a trained graph for inference, batch normalisation folded into the convolutions. On the Java heap; nobody writes to
 * them, so that many threads may use them.
 */
public final class UNetParameters {
    private final UNetConfiguration size;
    private final Map<String, Folded> byName = new HashMap<>();

    /**
     * Weights {@code [out][in][row][column]} in one row and one bias per output channel. Shared, not copied: read only.
     */
    public record Folded(float[] weights, float[] bias) {
    }

    private UNetParameters(UNetConfiguration size) {
        this.size = size;
    }

    /** Copies the weights out of the graph. */
    public static UNetParameters of(ComputationGraph net) {
        UNetParameters parameters = new UNetParameters(AttentionUNet.sizeOf(net));
        UNetTopology.assemble(parameters.size, parameters.new Reader(net), "");
        return parameters;
    }

    public UNetConfiguration size() {
        return size;
    }

    /** The weights of a convolution of the topology. */
    public Folded get(Convolution convolution) {
        return byName.get(convolution.name());
    }

    /** Visits the convolutions of the topology; the handles have no meaning. */
    private final class Reader implements Assembler<String> {
        private final ComputationGraph net;

        Reader(ComputationGraph net) {
            this.net = net;
        }

        @Override
        public String convolution(Convolution c, String in) {
            Layer layer = net.getLayer(c.name());
            float[] weights = floats(layer.getParam("W"));
            float[] bias = c.bias() ? floats(layer.getParam("b")) : new float[c.out()];
            if (c.normalised()) {
                fold(net.getLayer(c.name() + GraphAssembler.NORM), weights, bias);
            }
            byName.put(c.name(), new Folded(weights, bias));
            return in;
        }

        private void fold(Layer norm, float[] weights, float[] bias) {
            float[] gamma = floats(norm.getParam("gamma"));
            float[] beta = floats(norm.getParam("beta"));
            float[] mean = floats(norm.getParam("mean"));
            float[] variance = floats(norm.getParam("var"));
            int perChannel = weights.length / bias.length;
            for (int o = 0; o < bias.length; o++) {
                double scale = gamma[o] / Math.sqrt(variance[o] + GraphAssembler.NORM_EPSILON);
                for (int i = o * perChannel; i < (o + 1) * perChannel; i++) {
                    weights[i] = (float) (weights[i] * scale);
                }
                bias[o] = (float) ((bias[o] - mean[o]) * scale + beta[o]);
            }
        }

        private static float[] floats(INDArray array) {
            try (INDArray copy = array.dup('c')) {
                return copy.data().asFloat();
            }
        }

        @Override
        public String pool(String name, String in) {
            return in;
        }

        @Override
        public String addRelu(String name, String a, String b) {
            return a;
        }

        @Override
        public String join(int level, String skip, String coefficients, String coarse, Convolution up) {
            return convolution(up, coarse);
        }
    }
}
