package spine.onnx.internal.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An input or output of the graph: a tensor of floats.
 *
 * @param dimensions those that are fixed, -1 for those that are free
 */
record Port(String name, List<Long> dimensions) {
    private static final int FLOAT = 1;

    static Port read(Fields fields) throws IOException {
        String name = "";
        List<Long> dimensions = new ArrayList<>();
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> name = Names.checked(fields.text());
                case 2 -> readType(fields.message("type"), dimensions);
                case 3, 4 -> fields.skip();
                default -> throw fields.unknown();
            }
        }
        return new Port(name, dimensions);
    }

    private static void readType(Fields fields, List<Long> dimensions) throws IOException {
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> readTensorType(fields.message("type of a tensor"), dimensions);
                case 6 -> fields.skip();
                default -> throw fields.unknown();
            }
        }
    }

    private static void readTensorType(Fields fields, List<Long> dimensions) throws IOException {
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> {
                    long type = fields.integer();
                    if (type != FLOAT) {
                        throw new IOException("the ONNX file has an input or output of the data type " + type + "; only float is allowed");
                    }
                }
                case 2 -> readShape(fields.message("shape"), dimensions);
                default -> throw fields.unknown();
            }
        }
    }

    private static void readShape(Fields fields, List<Long> dimensions) throws IOException {
        for (int field = fields.next(); field != 0; field = fields.next()) {
            if (field != 1 || dimensions.size() == 8) {
                throw fields.unknown();
            }
            Fields dimension = fields.message("dimension");
            long value = -1;
            for (int part = dimension.next(); part != 0; part = dimension.next()) {
                switch (part) {
                    case 1 -> value = dimension.integer();
                    case 2, 3 -> dimension.skip();
                    default -> throw dimension.unknown();
                }
            }
            dimensions.add(value);
        }
    }
}
