package spine.onnx.internal.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the shape of every map through a graph, operator by operator, and adds up memory and work. An operator that is not listed here is
 * refused.
 */
final class GraphShapes {
    private static final Set<String> ELEMENTWISE = Set.of("Relu", "LeakyRelu", "PRelu", "Elu", "Sigmoid", "Tanh", "Identity", "Dropout",
            "BatchNormalization", "InstanceNormalization", "Softmax");
    private static final Set<String> BROADCAST = Set.of("Add", "Sub", "Mul", "Div");
    /** Of all maps together, for each pixel of the image: five times that of a network of ours with the most filters that are allowed. */
    private static final long MOST_VALUES = 8192;
    /** Multiplications for each pixel of the image. */
    private static final long MOST_WORK = 8L << 20;
    private static final long LONGEST_EDGE = 1024;

    private final List<Node> nodes;
    private final Map<String, Tensor> constants;
    private final Map<String, long[]> shapes = new HashMap<>();
    private double values;
    private double work;

    GraphShapes(List<Node> nodes, Map<String, Tensor> constants) {
        this.nodes = nodes;
        this.constants = new HashMap<>(constants);
        constants.forEach((name, tensor) -> shapes.put(name, tensor.dimensions()));
    }

    /**
     * @param shape of the input: one image
     * @throws IOException if the output is not a softmax over the classes for each pixel of the image, or an operator is not allowed or
     *     does not fit its inputs
     */
    void check(String input, long[] shape, String output, int classes) throws IOException {
        shapes.put(input, shape);
        long pixels = shape[2] * shape[3];
        Node last = null;
        for (Node node : nodes) {
            if (node.operator().equals("Constant")) {
                define(node, constant(node));
                continue;
            }
            long[] result = shape(node);
            for (long edge : result) {
                if (edge < 1 || edge > LONGEST_EDGE * 64) {
                    throw refusal(node, "gives a map of the dimensions " + Arrays.toString(result));
                }
            }
            values += product(result);
            if (values > MOST_VALUES * pixels || work > MOST_WORK * pixels) {
                throw new IOException("the ONNX file needs more memory or work for a pixel than any network of spine");
            }
            define(node, result);
            last = node.outputs().get(0).equals(output) ? node : last;
        }
        long[] expected = {1, classes, shape[2], shape[3]};
        if (last == null || !Arrays.equals(shapes.get(output), expected)) {
            throw new IOException("the ONNX file answers an image of the dimensions " + Arrays.toString(shape) + " with "
                    + Arrays.toString(shapes.get(output)) + ", not " + Arrays.toString(expected));
        }
        // Without an axis it is the last one of four.
        long axis = last.integers("axis", -1)[0];
        if (!last.operator().equals("Softmax") || axis != 1 && axis != -3) {
            throw new IOException("the ONNX file does not end in a Softmax over the classes (axis 1)");
        }
    }

    private void define(Node node, long[] shape) throws IOException {
        // Dropout may name a mask too, which nothing may use.
        if (node.outputs().isEmpty() || node.outputs().size() > 1 && !node.operator().equals("Dropout")) {
            throw refusal(node, "has " + node.outputs().size() + " outputs");
        }
        if (shapes.put(node.outputs().get(0), shape) != null) {
            throw refusal(node, "gives '" + node.outputs().get(0) + "', which is there already");
        }
    }

    private long[] constant(Node node) throws IOException {
        Node.Attribute value = node.attributes().get("value");
        if (value == null || value.tensor() == null || node.outputs().isEmpty()) {
            throw refusal(node, "has no tensor as its value");
        }
        constants.put(node.outputs().get(0), value.tensor());
        return value.tensor().dimensions();
    }

    private long[] shape(Node node) throws IOException {
        if (ELEMENTWISE.contains(node.operator())) {
            return map(node, 0);
        }
        if (BROADCAST.contains(node.operator())) {
            return broadcast(node);
        }
        return switch (node.operator()) {
            case "Conv" -> convolution(node);
            case "ConvTranspose" -> transposed(node);
            case "MaxPool", "AveragePool" -> pool(node);
            case "Concat" -> concatenation(node);
            case "Resize" -> resized(node);
            default -> throw new IOException("the ONNX file has the operator '" + node.operator() + "', which is not allowed");
        };
    }

    private long[] convolution(Node node) throws IOException {
        long[] in = map(node, 0);
        long[] weights = weights(node);
        long group = node.integers("group", 1)[0];
        if (group < 1 || group > in[1] || weights[1] * group != in[1] || weights[0] % group != 0) {
            throw refusal(node, "has weights of the dimensions " + Arrays.toString(weights) + " for a map of " + in[1] + " channels");
        }
        long[] out = {in[0], weights[0], window(node, in, 0, weights[2]), window(node, in, 1, weights[3])};
        work += product(out) * weights[1] * weights[2] * weights[3];
        return out;
    }

    private long[] transposed(Node node) throws IOException {
        long[] in = map(node, 0);
        long[] weights = weights(node);
        long group = node.integers("group", 1)[0];
        if (group < 1 || group > in[1] || weights[0] != in[1] || node.attributes().containsKey("output_shape")) {
            throw refusal(node, "has weights of the dimensions " + Arrays.toString(weights) + " for a map of " + in[1]
                    + " channels, or an output_shape");
        }
        long[] out = {in[0], weights[1] * group, enlarged(node, in, 0, weights[2]), enlarged(node, in, 1, weights[3])};
        work += product(in) * weights[1] * weights[2] * weights[3];
        return out;
    }

    private long[] weights(Node node) throws IOException {
        Tensor weights = node.inputs().size() < 2 ? null : constants.get(node.inputs().get(1));
        if (weights == null || weights.dimensions().length != 4) {
            throw refusal(node, "has no constant weights of four dimensions");
        }
        long[] kernel = node.integers("kernel_shape", weights.dimensions()[2], weights.dimensions()[3]);
        if (kernel.length != 2 || kernel[0] != weights.dimensions()[2] || kernel[1] != weights.dimensions()[3]) {
            throw refusal(node, "has a kernel_shape that its weights deny");
        }
        return weights.dimensions();
    }

    private long[] pool(Node node) throws IOException {
        long[] in = map(node, 0);
        long[] kernel = node.integers("kernel_shape");
        if (kernel.length != 2 || node.integers("ceil_mode", 0)[0] != 0) {
            throw refusal(node, "has another kernel_shape or ceil_mode than is allowed");
        }
        return new long[] {in[0], in[1], window(node, in, 0, kernel[0]), window(node, in, 1, kernel[1])};
    }

    /** How often a window fits along an axis, 0 for rows and 1 for columns. */
    private static long window(Node node, long[] in, int axis, long kernel) throws IOException {
        long stride = spatial(node, "strides", axis, 2, 1, 1);
        long dilation = spatial(node, "dilations", axis, 2, 1, 1);
        long pads = spatial(node, "pads", axis, 4, 0, 0) + spatial(node, "pads", axis + 2, 4, 0, 0);
        requireExplicitPads(node);
        if (kernel < 1 || kernel > LONGEST_EDGE) {
            throw refusal(node, "has a kernel of " + kernel);
        }
        return Math.floorDiv(in[axis + 2] + pads - dilation * (kernel - 1) - 1, stride) + 1;
    }

    private static long enlarged(Node node, long[] in, int axis, long kernel) throws IOException {
        long stride = spatial(node, "strides", axis, 2, 1, 1);
        long dilation = spatial(node, "dilations", axis, 2, 1, 1);
        long pads = spatial(node, "pads", axis, 4, 0, 0) + spatial(node, "pads", axis + 2, 4, 0, 0);
        requireExplicitPads(node);
        return stride * (in[axis + 2] - 1) + spatial(node, "output_padding", axis, 2, 0, 0) + dilation * (kernel - 1) + 1 - pads;
    }

    private static long spatial(Node node, String attribute, int index, int count, long least, long otherwise) throws IOException {
        long[] all = node.integers(attribute);
        if (all.length == 0) {
            return otherwise;
        }
        if (all.length != count || all[index] < least || all[index] > LONGEST_EDGE) {
            throw refusal(node, "has " + attribute + " = " + Arrays.toString(all));
        }
        return all[index];
    }

    private static void requireExplicitPads(Node node) throws IOException {
        if (!node.text("auto_pad", "NOTSET").equals("NOTSET")) {
            throw refusal(node, "has an auto_pad, where only explicit pads are allowed");
        }
    }

    private long[] concatenation(Node node) throws IOException {
        long axis = node.integers("axis", 1)[0];
        long[] out = map(node, 0).clone();
        if (axis != 1 && axis != -3) {
            throw refusal(node, "joins along the axis " + axis + ", not along the channels");
        }
        for (int i = 1; i < node.inputs().size(); i++) {
            long[] next = map(node, i);
            if (next[0] != out[0] || next[2] != out[2] || next[3] != out[3]) {
                throw refusal(node, "joins maps of different sizes");
            }
            out[1] += next[1];
        }
        return out;
    }

    private long[] resized(Node node) throws IOException {
        long[] in = map(node, 0);
        Tensor scales = node.inputs().size() == 3 ? constants.get(node.inputs().get(2)) : null;
        double[] by = scales == null ? null : scales.values();
        if (by == null || by.length != 4 || by[0] != 1 || by[1] != 1 || !(by[2] > 0 && by[2] <= 16 && by[3] > 0 && by[3] <= 16)) {
            throw refusal(node, "has no constant scales for rows and columns of at most 16");
        }
        return new long[] {in[0], in[1], (long) Math.floor(in[2] * by[2]), (long) Math.floor(in[3] * by[3])};
    }

    private long[] broadcast(Node node) throws IOException {
        if (node.inputs().size() != 2) {
            throw refusal(node, "has " + node.inputs().size() + " inputs");
        }
        long[] a = any(node, 0);
        long[] b = any(node, 1);
        long[] out = new long[4];
        for (int i = 0; i < 4; i++) {
            long one = a.length < 4 - i ? 1 : a[a.length - 4 + i];
            long other = b.length < 4 - i ? 1 : b[b.length - 4 + i];
            if (a.length > 4 || b.length > 4 || one != other && one != 1 && other != 1) {
                throw refusal(node, "has inputs of the dimensions " + Arrays.toString(a) + " and " + Arrays.toString(b));
            }
            out[i] = Math.max(one, other);
        }
        return out;
    }

    /** The shape of an input that is a map of images. */
    private long[] map(Node node, int input) throws IOException {
        long[] shape = any(node, input);
        if (shape.length != 4) {
            throw refusal(node, "has an input of the dimensions " + Arrays.toString(shape) + ", where a map has four");
        }
        return shape;
    }

    private long[] any(Node node, int input) throws IOException {
        long[] shape = node.inputs().size() > input ? shapes.get(node.inputs().get(input)) : null;
        if (shape == null) {
            throw refusal(node, "has an input that nothing before it gives");
        }
        return shape;
    }

    /** Not of integers, which could overflow. */
    private static double product(long[] shape) {
        return Arrays.stream(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    }

    private static IOException refusal(Node node, String what) {
        return new IOException("the ONNX file has a " + node.operator() + " that " + what);
    }
}
