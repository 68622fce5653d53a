package spine.onnx.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing row of numbers with an upper bound. */
final class Numbers {
    private final int most;
    private double[] values = new double[8];
    private int size;

    /** @param most of them */
    Numbers(int most) {
        this.most = most;
    }

    /** Numbers up to 2^53 are kept exactly. */
    void add(double value) throws IOException {
        if (size == most) {
            throw new IOException("the ONNX file has a list of more than " + most + " numbers");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.min(most, 2 * size));
        }
        values[size++] = value;
    }

    /** Little-endian, as tensors are kept. */
    ByteBuffer toBytes(boolean floats) {
        ByteBuffer bytes = ByteBuffer.allocate(size * (floats ? Float.BYTES : Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            if (floats) {
                bytes.putFloat((float) values[i]);
            } else {
                bytes.putLong((long) values[i]);
            }
        }
        return bytes.flip();
    }

    long[] toLongs() {
        long[] longs = new long[size];
        for (int i = 0; i < size; i++) {
            longs[i] = (long) values[i];
        }
        return longs;
    }
}
