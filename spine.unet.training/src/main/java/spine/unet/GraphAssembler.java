package spine.unet;

import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.nd4j.linalg.activations.Activation;
import spine.unet.network.Assembler;
import spine.unet.network.BatchNormalisation;
import spine.unet.network.Convolution;

/** The network as vertices of a DL4J graph; a handle is the name of a vertex. */
final class GraphAssembler implements Assembler<String> {
    static final String NORM = "-norm";

    private static final Map<Convolution.Activation, Activation> ACTIVATIONS = Map.of(
            Convolution.Activation.NONE, Activation.IDENTITY,
            Convolution.Activation.RELU, Activation.RELU,
            Convolution.Activation.SIGMOID, Activation.SIGMOID,
            // The loss layer applies the softmax.
            Convolution.Activation.SOFTMAX, Activation.IDENTITY);

    private final GraphBuilder graph;
    private final CNN2DFormat format;

    GraphAssembler(GraphBuilder graph, CNN2DFormat format) {
        this.graph = graph;
        this.format = format;
    }

    @Override
    public String convolution(Convolution c, String in) {
        Activation activation = ACTIVATIONS.get(c.activation());
        graph.addLayer(c.name(), new ConvolutionLayer.Builder(c.kernel(), c.kernel()).stride(c.stride(), c.stride())
                .convolutionMode(c.stride() == 1 ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                .nIn(c.in()).nOut(c.out()).hasBias(c.bias())
                .activation(c.normalised() ? Activation.IDENTITY : activation).dataFormat(format).build(), in);
        if (!c.normalised()) {
            return c.name();
        }
        String norm = c.name() + NORM;
        graph.addLayer(norm, new BatchNormalization.Builder().eps(BatchNormalisation.EPSILON).decay(0.95).useLogStd(false)
                .dataFormat(format).nIn(c.out()).nOut(c.out()).build(), c.name());
        return activation(c.name() + "-act", norm, activation);
    }

    @Override
    public String pool(String name, String in) {
        graph.addLayer(name, new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(2, 2).stride(2, 2)
                .dataFormat(format).build(), in);
        return name;
    }

    @Override
    public String addRelu(String name, String a, String b) {
        graph.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), a, b);
        return activation(name + "-act", name, Activation.RELU);
    }

    @Override
    public String join(int level, String skip, String coefficients, String coarse, Convolution up) {
        String gate = "gate" + level;
        graph.addVertex(gate, new GateVertex(), skip, enlarged("coefficients" + level, coefficients));
        String enlarged = convolution(up, enlarged("coarse" + level, coarse));
        String join = "join" + level;
        graph.addVertex(join, new MergeVertex(), gate, enlarged);
        return join;
    }

    private String enlarged(String name, String in) {
        graph.addLayer(name, new Upsampling2D.Builder(2).dataFormat(format).build(), in);
        return name;
    }

    private String activation(String name, String in, Activation activation) {
        graph.addLayer(name, new ActivationLayer.Builder().activation(activation).build(), in);
        return name;
    }
}
