package spine.unet.training.internal.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;
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
    private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;

    private final UNetParameters parameters;
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("attention-unet");

    private OnnxExport(UNetParameters parameters) {
        this.parameters = parameters;
    }

    /** The content of the file. */
    public static byte[] write(UNetParameters parameters) {
        return new OnnxExport(parameters).model().toByteArray();
    }

    private ModelProto model() {
        tensor("twice", new float[] {1, 1, 2, 2}, 4);
        String out = UNetTopology.assemble(parameters.size(), new Nodes(), "slices");
        graph.addInput(maps("slices", parameters.size().inputChannels()));
        graph.addOutput(maps(out, parameters.size().classes()));
        return ModelProto.newBuilder().setIrVersion(7).setProducerName("spine")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(13)).setGraph(graph).build();
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
                case SOFTMAX -> node("Softmax", "probabilities", List.of(linear), integer("axis", 1));
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

    private String node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder().setOpType(operator).setName(name).addAllInput(inputs).addOutput(name)
                .addAllAttribute(List.of(attributes)));
        return name;
    }

    private void tensor(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT)
                .setRawData(ByteString.copyFrom(bytes));
        for (long length : shape) {
            tensor.addDims(length);
        }
        graph.addInitializer(tensor);
    }

    private static ValueInfoProto maps(String name, int channels) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(channels))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("columns"));
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape))).build();
    }

    private static AttributeProto integers(String name, long... values) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)).build();
    }
}
