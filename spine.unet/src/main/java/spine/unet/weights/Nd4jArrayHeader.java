package spine.unet.weights;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * What stands before the values in ND4J's binary form of an array: the buffer that describes its shape (kind of memory, length, type;
 * rank, shape, strides, flags, stride between elements, order), and the head of the buffer of values.
 */
final class Nd4jArrayHeader {
    private static final int OF_RANK_1 = 6;

    private Nd4jArrayHeader() {
    }

    /**
     * Reads it, and leaves the stream at the first value.
     *
     * @param length values that the array must have
     * @throws IOException if it is of any other array than one of floats in one row
     */
    static void check(DataInputStream in, long length) throws IOException {
        buffer(in, OF_RANK_1, "LONG");
        require("rank", in.readLong(), 1);
        require("length", in.readLong(), length);
        require("stride", in.readLong(), 1);
        in.readLong();   // flags of ND4J's own; the type of the values is repeated below
        require("stride between elements", in.readLong(), 1);
        in.readLong();   // the order of a row is the same either way
        buffer(in, length, "FLOAT");
    }

    /** The kind of memory, which comes first, is that of the process that wrote the file. */
    private static void buffer(DataInputStream in, long length, String type) throws IOException {
        in.readUTF();
        require("length of a buffer", in.readLong(), length);
        String found = in.readUTF();
        if (!found.equals(type)) {
            throw new IOException("the network's coefficients are no array of floats: they have a buffer of another type than " + type);
        }
    }

    private static void require(String what, long found, long expected) throws IOException {
        if (found != expected) {
            throw new IOException("the network's coefficients have the " + what + " " + found + ", where its configuration promises "
                    + expected);
        }
    }
}
