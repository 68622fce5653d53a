package spine.onnx.internal.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation of the graph.
 *
 * @param operator such as {@code Conv}
 * @param inputs names, empty where one is left out
 * @param outputs names
 * @param attributes by name
 */
record Node(String operator, List<String> inputs, List<String> outputs, Map<String, Attribute> attributes) {
    private static final int MOST_NAMES = 64;

    /**
     * @param integers a single one too
     * @param text empty where it is none
     * @param tensor null where it is none
     */
    record Attribute(long[] integers, String text, Tensor tensor) {
    }

    static Node read(Fields fields) throws IOException {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        String operator = "";
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> inputs.add(Names.checked(fields.text()));
                case 2 -> outputs.add(Names.checked(fields.text()));
                case 4 -> operator = Names.checked(fields.text());
                case 5 -> readAttribute(fields.message("attribute"), attributes);
                case 7 -> requireStandard(fields.text());
                case 3, 6, 9 -> fields.skip();
                default -> throw fields.unknown();
            }
            if (inputs.size() > MOST_NAMES || outputs.size() > MOST_NAMES || attributes.size() > MOST_NAMES) {
                throw new IOException("the ONNX file has a node of more than " + MOST_NAMES + " inputs, outputs or attributes");
            }
        }
        return new Node(operator, inputs, outputs, attributes);
    }

    /** @throws IOException if the operators of that domain are somebody's own */
    static void requireStandard(String domain) throws IOException {
        if (!domain.isEmpty() && !domain.equals("ai.onnx")) {
            throw new IOException("the ONNX file has operators of the domain '" + Names.checked(domain)
                    + "'; only those of ONNX are allowed");
        }
    }

    private static void readAttribute(Fields fields, Map<String, Attribute> to) throws IOException {
        String name = "";
        Numbers integers = new Numbers(MOST_NAMES);
        String text = "";
        Tensor tensor = null;
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> name = Names.checked(fields.text());
                case 2 -> fields.number();
                case 3 -> integers.add(fields.integer());
                case 4 -> text = Names.checked(fields.text());
                case 5 -> tensor = Tensor.read(fields.message("tensor"));
                case 7 -> fields.floats(new Numbers(MOST_NAMES));
                case 8 -> fields.integers(integers);
                case 13, 20 -> fields.skip();
                default -> throw fields.unknown();
            }
        }
        if (to.put(name, new Attribute(integers.toLongs(), text, tensor)) != null) {
            throw new IOException("the ONNX file has a node with two attributes '" + name + "'");
        }
    }

    /** The integers of an attribute, or those that hold where it is left out. */
    long[] integers(String name, long... otherwise) {
        Attribute attribute = attributes.get(name);
        return attribute == null || attribute.integers().length == 0 ? otherwise : attribute.integers();
    }

    /** The text of an attribute, or the one that holds where it is left out. */
    String text(String name, String otherwise) {
        Attribute attribute = attributes.get(name);
        return attribute == null || attribute.text().isEmpty() ? otherwise : attribute.text();
    }
}
