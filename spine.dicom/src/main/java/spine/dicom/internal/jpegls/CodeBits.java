package spine.dicom.internal.jpegls;

import spine.api.UnusableInputException;

/** The bits of a scan: after a byte FF the next has seven (A.1). Behind the end there are zeros, which are counted. */
final class CodeBits {
    private static final int FULL_BYTE = 0xff;

    private final byte[] data;
    private final String name;
    private int position;
    private boolean afterFull;
    private long buffer;
    /** Bits in the buffer, the next one at the top. */
    private int count;
    /** How many of them, the last ones, are not in the data. */
    private int invented;

    CodeBits(byte[] data, int from, String name) {
        this.data = data;
        this.position = from;
        this.name = name;
    }

    private void fill() {
        while (count <= Long.SIZE - 8) {
            int value = position < data.length ? data[position] & 0xff : FULL_BYTE;
            boolean ended = position >= data.length || afterFull && value > 0x7f;
            int bits = afterFull && !ended ? 7 : 8;
            if (ended) {
                value = 0;
                invented += bits;
            } else {
                position++;
                afterFull = value == FULL_BYTE;
            }
            buffer |= (long) value << Long.SIZE - bits - count;
            count += bits;
        }
    }

    boolean bit() {
        return bits(1) == 1;
    }

    /** The next bits, 0 to 32. */
    int bits(int number) {
        if (number == 0) {
            return 0;
        }
        if (count < number) {
            fill();
        }
        int value = (int) (buffer >>> Long.SIZE - number);
        buffer <<= number;
        count -= number;
        return value;
    }

    /**
     * A number in the limited Golomb code (A.5.3).
     *
     * @param parameter k
     * @param limit longest code
     * @param errorBits bits of a number that is written as it is, less 1
     */
    int golomb(int parameter, int limit, int errorBits) throws UnusableInputException {
        if (count < Integer.SIZE) {
            fill();
        }
        int most = limit - errorBits - 1;
        int zeros = Long.numberOfLeadingZeros(buffer);
        if (zeros > most || zeros >= count) {
            return longGolomb(parameter, most, errorBits);
        }
        buffer = buffer << zeros << 1;
        count -= zeros + 1;
        return zeros < most ? zeros << parameter | bits(parameter) : bits(errorBits) + 1;
    }

    private int longGolomb(int parameter, int most, int errorBits) throws UnusableInputException {
        int zeros = 0;
        while (!bit()) {
            zeros++;
            if (zeros > most) {
                throw new UnusableInputException(name + " is damaged or cut off: its compressed pixels contain a code that is too long");
            }
        }
        return zeros < most ? zeros << parameter | bits(parameter) : bits(errorBits) + 1;
    }

    /** @throws UnusableInputException if bits were used that are not in the data */
    void demandReal() throws UnusableInputException {
        if (invented > count) {
            throw new UnusableInputException(name + " is cut off: its compressed pixels end too soon");
        }
    }

    /** Where the marker behind the scan begins, or the data ends. */
    int nextMarker() {
        int at = Math.max(0, position - (afterFull ? 1 : 0));
        while (at + 1 < data.length && ((data[at] & 0xff) != FULL_BYTE || data[at + 1] >= 0)) {
            at++;
        }
        return at + 1 < data.length ? at : data.length;
    }
}
