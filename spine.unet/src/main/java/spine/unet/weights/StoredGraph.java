package spine.unet.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.unet.network.Assembler;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;

/**
 * How DL4J stores the network: every vertex with its class, inputs and those of its members that change the result. A handle is the name
 * of a vertex.
 */
final class StoredGraph implements Assembler<String> {
    static final String INPUT = "slices";
    private static final String OUTPUT = "probabilities";
    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";
    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
    private static final String ACTIVATION = "activationFn/@class";

    /**
     * @param className of the layer, or of the vertex where it has none
     * @param members path in JSON and value as text
     * @param inputs names of vertices
     */
    record Vertex(String className, Map<String, String> members, List<String> inputs) {
    }

    private final Map<String, Vertex> vertices = new LinkedHashMap<>();

    private StoredGraph() {
    }

    static Map<String, Vertex> of(UNetConfiguration size) {
        StoredGraph graph = new StoredGraph();
        String classes = UNetTopology.assemble(size, graph, INPUT);
        graph.add(OUTPUT, LAYERS + "CnnLossLayer", Map.of("format", "NHWC", ACTIVATION, ACTIVATIONS + "Softmax"), classes);
        return graph.vertices;
    }

    @Override
    public String convolution(Convolution c, String in) {
        String kernel = "[" + c.kernel() + "," + c.kernel() + "]";
        String stride = "[" + c.stride() + "," + c.stride() + "]";
        add(c.name(), LAYERS + "ConvolutionLayer", Map.of("cnn2dDataFormat", "NHWC", "kernelSize", kernel, "stride", stride,
                "convolutionMode", c.stride() == 1 ? "Same" : "Truncate", "dilation", "[1,1]", "padding", "[0,0]",
                ACTIVATION, c.normalised() ? ACTIVATIONS + "Identity" : activation(c.activation())), in);
        if (!c.normalised()) {
            return c.name();
        }
        String norm = c.name() + GraphDescription.NORM;
        add(norm, LAYERS + "BatchNormalization", Map.of("cnn2DFormat", "NHWC", "useLogStd", "false", "lockGammaBeta", "false"), c.name());
        return activation(c.name() + "-act", norm, activation(c.activation()));
    }

    private static String activation(Convolution.Activation activation) {
        return ACTIVATIONS + switch (activation) {
            case RELU -> "ReLU";
            case SIGMOID -> "Sigmoid";
            // The loss layer applies the softmax.
            case NONE, SOFTMAX -> "Identity";
        };
    }

    @Override
    public String pool(String name, String in) {
        return add(name, LAYERS + "SubsamplingLayer", Map.of("cnn2dDataFormat", "NHWC", "poolingType", "MAX", "kernelSize", "[2,2]",
                "stride", "[2,2]", "padding", "[0,0]", "dilation", "[1,1]"), in);
    }

    @Override
    public String addRelu(String name, String a, String b) {
        add(name, VERTICES + "ElementWiseVertex", Map.of("op", "Add"), a, b);
        return activation(name + "-act", name, ACTIVATIONS + "ReLU");
    }

    @Override
    public String join(int level, String skip, String coefficients, String coarse, Convolution up) {
        String gate = add("gate" + level, "spine.unet.GateVertex", Map.of("op", "Product"), skip,
                enlarged("coefficients" + level, coefficients));
        return add("join" + level, VERTICES + "MergeVertex", Map.of("mergeAxis", "3"), gate,
                convolution(up, enlarged("coarse" + level, coarse)));
    }

    private String enlarged(String name, String in) {
        return add(name, LAYERS + "Upsampling2D", Map.of("format", "NHWC", "size", "[2,2]"), in);
    }

    private String activation(String name, String in, String function) {
        Map<String, String> members = function.endsWith("ReLU") ? Map.of(ACTIVATION, function, "activationFn/max", "null",
                "activationFn/negativeSlope", "null", "activationFn/threshold", "null") : Map.of(ACTIVATION, function);
        return add(name, LAYERS + "ActivationLayer", members, in);
    }

    private String add(String name, String className, Map<String, String> members, String... inputs) {
        vertices.put(name, new Vertex(className, members, List.of(inputs)));
        return name;
    }
}
