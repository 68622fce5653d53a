package spine.onnx.internal.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import spine.unet.network.Assembler;
import spine.unet.network.Convolution;
import spine.unet.network.UNetParameters;
import spine.unet.network.UNetTopology;

/**
 * The network as an ONNX file (operator set 13) for other engines. Input {@code slices} is
 * {@code [n, channels, rows, columns]}, output {@code probabilities} is {@code [n, classes, rows, columns]}; n, rows and
 * columns are free, rows and columns multiples of {@link spine.unet.network.UNetConfiguration#GRID}.
 */
public final class OnnxExport {
    public static final String INPUT = "slices";
    public static final String OUTPUT = "probabilities";

    private static final int FLOAT = 1;
    private static final int TYPE_INT = 2;
    private static final int TYPE_STRING = 3;
    private static final int TYPE_INTS = 7;

    private final UNetParameters parameters;
    private final Message graph = new Message();

    private OnnxExport(UNetParameters parameters) {
        this.parameters = parameters;
    }

    /** The content of the file. */
    public static byte[] write(UNetParameters parameters) {
        return new OnnxExport(parameters).model().toByteArray();
    }

    private Message model() {
        tensor("twice", new float[] {1, 1, 2, 2}, 4);
        String out = UNetTopology.assemble(parameters.size(), new Nodes(), INPUT);
        graph.text(2, "attention-unet").message(11, maps(INPUT, parameters.size().inputChannels()))
                .message(12, maps(out, parameters.size().classes()));
        return new Message().integer(1, 7).text(2, "spine").message(7, graph)
                .message(8, new Message().text(1, "").integer(2, 13));
    }

    private final class Nodes implements Assembler<String> {

        @Override
        public String convolution(Convolution c, String in) {
            UNetParameters.Folded folded = parameters.get(c);
            tensor(c.name() + ".weights", folded.weights(), c.out(), c.in(), c.kernel(), c.kernel());
            tensor(c.name() + ".bias", folded.bias(), c.out());
            long pad = c.stride() == 1 ? c.kernel() / 2 : 0;
            String linear = node("Conv", c.name(), List.of(in, c.name() + ".weights", c.name() + ".bias"),
                    integers("kernel_shape", c.kernel(), c.kernel()), integers("strides", c.stride(), c.stride()),
                    integers("pads", pad, pad, pad, pad));
            return switch (c.activation()) {
                case NONE -> linear;
                case RELU -> node("Relu", c.name() + ".relu", List.of(linear));
                case SIGMOID -> node("Sigmoid", c.name() + ".sigmoid", List.of(linear));
                case SOFTMAX -> node("Softmax", OUTPUT, List.of(linear), integer("axis", 1));
            };
        }

        @Override
        public String pool(String name, String in) {
            return node("MaxPool", name, List.of(in), integers("kernel_shape", 2, 2), integers("strides", 2, 2));
        }

        @Override
        public String addRelu(String name, String a, String b) {
            return node("Relu", name + ".relu", List.of(node("Add", name, List.of(a, b))));
        }

        @Override
        public String join(int level, String skip, String coefficients, String coarse, Convolution up) {
            String gated = node("Mul", "gate" + level, List.of(skip, enlarged("coefficients" + level, coefficients)));
            String enlarged = convolution(up, enlarged("coarse" + level, coarse));
            return node("Concat", "join" + level, List.of(gated, enlarged), integer("axis", 1));
        }

        private String enlarged(String name, String in) {
            return node("Resize", name, List.of(in, "", "twice"), text("mode", "nearest"),
                    text("coordinate_transformation_mode", "asymmetric"), text("nearest_mode", "floor"));
        }
    }

    private String node(String operator, String name, List<String> inputs, Message... attributes) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, name).text(3, name).text(4, operator);
        for (Message attribute : attributes) {
            node.message(5, attribute);
        }
        graph.message(1, node);
        return name;
    }

    private void tensor(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Message tensor = new Message();
        for (long length : shape) {
            tensor.integer(1, length);
        }
        graph.message(5, tensor.integer(2, FLOAT).text(8, name).bytes(9, bytes.array()));
    }

    private static Message maps(String name, int channels) {
        Message shape = new Message().message(1, new Message().text(2, "n")).message(1, new Message().integer(1, channels))
                .message(1, new Message().text(2, "rows")).message(1, new Message().text(2, "columns"));
        return new Message().text(1, name).message(2, new Message().message(1, new Message().integer(1, FLOAT).message(2, shape)));
    }

    private static Message integers(String name, long... values) {
        Message attribute = new Message().text(1, name);
        for (long value : values) {
            attribute.integer(8, value);
        }
        return attribute.integer(20, TYPE_INTS);
    }

    private static Message integer(String name, long value) {
        return new Message().text(1, name).integer(3, value).integer(20, TYPE_INT);
    }

    private static Message text(String name, String value) {
        return new Message().text(1, name).text(4, value).integer(20, TYPE_STRING);
    }
}
