package spine.unet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;
import spine.unet.network.UNetParameters;
import spine.unet.network.UNetTopology;
import spine.unet.weights.StoredNetwork;

/** The weights of a graph for inference. */
public final class GraphParameters implements UNetParameters.Source {
    private final ComputationGraph net;

    private GraphParameters(ComputationGraph net) {
        this.net = net;
    }

    /** Copies the weights out of the graph, which may be trained on. */
    public static UNetParameters of(ComputationGraph net) {
        return UNetParameters.of(AttentionUNet.sizeOf(net), new GraphParameters(net));
    }

    /** The parameters of a network by the names that they have in a graph. */
    static Map<String, float[]> stored(StoredNetwork network) {
        Map<String, float[]> named = new LinkedHashMap<>();
        for (Convolution c : UNetTopology.convolutions(network.size())) {
            named.put(c.name() + "_W", network.source().weights(c));
            if (c.bias()) {
                named.put(c.name() + "_b", network.source().bias(c));
            }
            if (c.normalised()) {
                BatchNormalisation norm = network.source().normalisation(c);
                String prefix = c.name() + GraphAssembler.NORM + "_";
                named.put(prefix + "gamma", norm.gamma());
                named.put(prefix + "beta", norm.beta());
                named.put(prefix + "mean", norm.mean());
                named.put(prefix + "var", norm.variance());
            }
        }
        return named;
    }

    @Override
    public float[] weights(Convolution convolution) {
        return floats(net.getLayer(convolution.name()), "W");
    }

    @Override
    public float[] bias(Convolution convolution) {
        return floats(net.getLayer(convolution.name()), "b");
    }

    @Override
    public BatchNormalisation normalisation(Convolution convolution) {
        Layer norm = net.getLayer(convolution.name() + GraphAssembler.NORM);
        return new BatchNormalisation(floats(norm, "gamma"), floats(norm, "beta"), floats(norm, "mean"), floats(norm, "var"));
    }

    private static float[] floats(Layer layer, String parameter) {
        try (INDArray copy = layer.getParam(parameter).dup('c')) {
            return copy.data().asFloat();
        }
    }
}
