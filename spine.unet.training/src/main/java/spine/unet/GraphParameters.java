package spine.unet;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;
import spine.unet.network.UNetParameters;

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
