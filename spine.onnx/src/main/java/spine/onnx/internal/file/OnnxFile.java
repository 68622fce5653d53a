package spine.onnx.internal.file;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An ONNX file that was found to be a segmentation network which needs nothing but itself: one input
 * {@code [n, channels, rows, columns]} and one output {@code [n, classes, rows, columns]} of floats, n, rows and columns free; operators of
 * a closed list, none of somebody's own; no weights in other files, no loops or branches, no functions; a softmax over the classes at the
 * end; and as much memory and work as a network of ours may take. Size and shapes are checked before native code sees the file.
 *
 * @param inputChannels of an image
 * @param classes of the answer, background included
 */
public record OnnxFile(int inputChannels, int classes) {
    private static final int LONGEST = 256 << 20;
    private static final int MOST = 4096;
    private static final int MOST_CHANNELS = 64;
    /** Before 13 a Softmax meant something else. */
    private static final long OLDEST_OPERATORS = 13;
    private static final long NEWEST_OPERATORS = 22;

    /** @throws IOException if it is anything else; the message is one sentence */
    public static OnnxFile read(byte[] file) throws IOException {
        if (file.length > LONGEST) {
            throw new IOException("the ONNX file has more than " + LONGEST + " bytes");
        }
        byte[] graph = null;
        long operators = 0;
        Fields model = new Fields(file, "model");
        try {
            for (int field = model.next(); field != 0; field = model.next()) {
                switch (field) {
                    case 7 -> graph = model.bytes();
                    case 8 -> operators = Math.max(operators, operators(model.message("set of operators")));
                    case 1, 2, 3, 4, 5, 6, 14 -> model.skip();
                    default -> throw model.unknown();
                }
            }
            if (operators < OLDEST_OPERATORS || operators > NEWEST_OPERATORS) {
                throw new IOException("the ONNX file needs version " + operators + " of the operators; only " + OLDEST_OPERATORS + " to "
                        + NEWEST_OPERATORS + " are allowed");
            }
            if (graph == null) {
                throw new IOException("the ONNX file has no graph");
            }
            return check(new Fields(graph, "graph"));
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("the ONNX file is damaged: " + e.getMessage(), e);
        }
    }

    private static long operators(Fields fields) throws IOException {
        long version = 0;
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> Node.requireStandard(fields.text());
                case 2 -> version = fields.integer();
                default -> throw fields.unknown();
            }
        }
        return version;
    }

    private static OnnxFile check(Fields fields) throws IOException {
        List<Node> nodes = new ArrayList<>();
        Map<String, Tensor> constants = new HashMap<>();
        List<Port> inputs = new ArrayList<>();
        List<Port> outputs = new ArrayList<>();
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> nodes.add(Node.read(fields.message("node")));
                case 5 -> {
                    Tensor tensor = Tensor.read(fields.message("tensor"));
                    if (constants.put(tensor.name(), tensor) != null) {
                        throw new IOException("the ONNX file has two tensors '" + tensor.name() + "'");
                    }
                }
                case 11 -> inputs.add(Port.read(fields.message("input")));
                case 12 -> outputs.add(Port.read(fields.message("output")));
                case 2, 10, 13, 16 -> fields.skip();
                default -> throw fields.unknown();
            }
            if (nodes.size() > MOST || constants.size() > MOST || inputs.size() > MOST || outputs.size() > MOST) {
                throw new IOException("the ONNX file has more than " + MOST + " nodes, tensors, inputs or outputs");
            }
        }
        // Old files list their weights among the inputs.
        inputs.removeIf(input -> constants.containsKey(input.name()));
        Port input = only("input", inputs);
        Port output = only("output", outputs);
        OnnxFile file = new OnnxFile(channels("input", input), channels("output", output));
        if (file.classes < 2) {
            throw new IOException("the ONNX file has an output of one class");
        }
        // Two sizes, so that what fits the one by chance does not fit the other.
        for (int rows : new int[] {64, 48}) {
            new GraphShapes(nodes, constants).check(input.name(), new long[] {1, file.inputChannels, rows, 80}, output.name(),
                    file.classes);
        }
        return file;
    }

    private static Port only(String what, List<Port> ports) throws IOException {
        if (ports.size() != 1) {
            throw new IOException("the ONNX file has " + ports.size() + " " + what + "s, not one");
        }
        return ports.get(0);
    }

    private static int channels(String what, Port port) throws IOException {
        List<Long> dimensions = port.dimensions();
        if (dimensions.size() != 4 || dimensions.get(1) < 1 || dimensions.get(1) > MOST_CHANNELS) {
            throw new IOException("the ONNX file has an " + what + " with the dimensions " + dimensions
                    + "; four are needed, the second of them 1 to " + MOST_CHANNELS);
        }
        if (dimensions.get(0) != -1 || dimensions.get(2) != -1 || dimensions.get(3) != -1) {
            throw new IOException("the ONNX file has an " + what + " with the dimensions " + dimensions
                    + "; number, rows and columns of images must be free");
        }
        return dimensions.get(1).intValue();
    }
}
