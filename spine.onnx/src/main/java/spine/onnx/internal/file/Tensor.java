package spine.onnx.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A constant of the graph.
 *
 * @param name empty for the value of a Constant
 * @param dimensions none for a single number
 * @param values the numbers of small tensors, null for those of more than {@link #SMALL}
 */
record Tensor(String name, long[] dimensions, double[] values) {
    /** Longest tensor whose values can decide a shape. */
    static final int SMALL = 16;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final long MOST_VALUES = 64 << 20;
    /** Of a tensor that lists its values one by one, as no exporter does with weights. */
    private static final int MOST_LISTED = 1 << 16;

    /** @throws IOException if it is of another type, lies in another file, or has another number of values than its dimensions say */
    static Tensor read(Fields fields) throws IOException {
        String name = "";
        Numbers dimensions = new Numbers(8);
        int type = 0;
        byte[] raw = null;
        Numbers listed = new Numbers(MOST_LISTED);
        for (int field = fields.next(); field != 0; field = fields.next()) {
            switch (field) {
                case 1 -> fields.integers(dimensions);
                case 2 -> type = (int) fields.integer();
                case 4 -> fields.floats(listed);
                case 7 -> fields.integers(listed);
                case 8 -> name = Names.checked(fields.text());
                case 9 -> raw = fields.bytes();
                case 12, 16 -> fields.skip();
                case 13, 14 -> throw new IOException("the ONNX file keeps weights in another file, which is not allowed");
                default -> throw fields.unknown();
            }
        }
        if (type != FLOAT && type != INT64) {
            throw new IOException("the ONNX file has the tensor '" + name + "' of the data type " + type
                    + "; only float and int64 are allowed");
        }
        long[] shape = dimensions.toLongs();
        long length = length(name, shape);
        ByteBuffer values = raw != null ? ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN) : listed.toBytes(type == FLOAT);
        if (values.remaining() != length * (type == FLOAT ? Float.BYTES : Long.BYTES)) {
            throw new IOException("the ONNX file has the tensor '" + name + "' of " + values.remaining()
                    + " bytes, which its dimensions " + Arrays.toString(shape) + " deny");
        }
        double[] small = length <= SMALL ? new double[(int) length] : null;
        for (int i = 0; i < length; i++) {
            double value = type == FLOAT ? values.getFloat() : values.getLong();
            if (!Double.isFinite(value)) {
                throw new IOException("the ONNX file has the tensor '" + name + "' with the value " + value);
            }
            if (small != null) {
                small[i] = value;
            }
        }
        return new Tensor(name, shape, small);
    }

    private static long length(String name, long[] dimensions) throws IOException {
        long length = 1;
        for (long dimension : dimensions) {
            if (dimension < 0 || dimension > MOST_VALUES || length * dimension > MOST_VALUES) {
                throw new IOException("the ONNX file has the tensor '" + name + "' with the dimensions " + Arrays.toString(dimensions));
            }
            length *= dimension;
        }
        return length;
    }
}
