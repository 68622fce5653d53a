package spine.dicom.internal.jpeg;

import spine.api.UnusableInputException;

/**
 * The bits of entropy-coded data: without stuffed zeros, up to the next marker (B.1.1.5). Behind the end there are zeros, which are
 * counted.
 */
final class EntropyBits {
    private static final int MARKER = 0xff;

    private final byte[] data;
    private final String name;
    private int position;
    private long buffer;
    /** Bits in the buffer, the next one at the top. */
    private int count;
    /** How many of them, the last ones, are not in the data. */
    private int invented;

    EntropyBits(byte[] data, int from, String name) {
        this.data = data;
        this.position = from;
        this.name = name;
    }

    /** At least 32 bits into the buffer. */
    void fill() {
        while (count <= Long.SIZE - 8) {
            int value = 0;
            boolean real = position < data.length;
            if (real) {
                value = data[position] & 0xff;
                if (value == MARKER) {
                    real = position + 1 < data.length && data[position + 1] == 0;
                    position += real ? 2 : 0;
                    value = real ? value : 0;
                } else {
                    position++;
                }
            }
            invented += real ? 0 : 8;
            buffer |= (long) value << Long.SIZE - 8 - count;
            count += 8;
        }
    }

    /** The next bits, 1 to 32, without passing over them; to be filled before. */
    int peek(int bits) {
        return (int) (buffer >>> Long.SIZE - bits);
    }

    void skip(int bits) {
        buffer <<= bits;
        count -= bits;
    }

    /** The next bits, 0 to 16, as the difference that they stand for (F.2.2.1, EXTEND); to be filled before. */
    int difference(int bits) {
        if (bits == 0) {
            return 0;
        }
        int value = peek(bits);
        skip(bits);
        return value < 1 << bits - 1 ? value - (1 << bits) + 1 : value;
    }

    /** @throws UnusableInputException if bits were used that are not in the data */
    void demandReal() throws UnusableInputException {
        if (invented > count) {
            throw new UnusableInputException(name + " is cut off: its compressed pixels end too soon");
        }
    }

    /** Goes behind the restart marker that ends an interval (B.1.1.5). */
    void restart() throws UnusableInputException {
        demandReal();
        buffer = 0;
        count = 0;
        invented = 0;
        int at = nextMarker();
        if (at + 1 >= data.length || (data[at + 1] & 0xf8) != 0xd0) {
            throw new UnusableInputException(name + " is damaged: a restart marker is missing in its compressed pixels");
        }
        position = at + 2;
    }

    /** Where the next marker begins, or the data ends. The buffer is never filled beyond one. */
    int nextMarker() {
        int at = position;
        while (at + 1 < data.length && ((data[at] & 0xff) != MARKER || data[at + 1] == 0 || (data[at + 1] & 0xff) == MARKER)) {
            at++;
        }
        return at + 1 < data.length ? at : data.length;
    }
}
