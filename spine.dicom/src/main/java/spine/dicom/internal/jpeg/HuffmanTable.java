package spine.dicom.internal.jpeg;

import java.util.Arrays;
import spine.api.UnusableInputException;

/** A Huffman code (annex C, F.2.2.3). */
final class HuffmanTable {
    private static final int LONGEST = 16;
    private static final int SHORT = 10;

    /** By the next ten bits: symbol and length of a short code, 0 where the code is longer. */
    private final short[] byBits = new short[1 << SHORT];
    /** For each length the first code of greater length, aligned to 16 bits; and what leads from a code to its symbol. */
    private final int[] end = new int[LONGEST + 1];
    private final int[] shift = new int[LONGEST + 1];
    private final byte[] symbols;
    private final String name;

    /**
     * @param counts number of codes of each length from 1 to 16
     * @param symbols in the order of their codes
     */
    HuffmanTable(int[] counts, byte[] symbols, String name) throws UnusableInputException {
        this.symbols = symbols;
        this.name = name;
        int code = 0;
        int index = 0;
        for (int length = 1; length <= LONGEST; length++) {
            shift[length] = index - code;
            for (int i = 0; i < counts[length - 1]; i++, index++, code++) {
                if (code >= 1 << length) {
                    throw new UnusableInputException(name + " is damaged: it has a Huffman table with too many codes");
                }
                if (length <= SHORT) {
                    int first = code << SHORT - length;
                    short entry = (short) ((symbols[index] & 0xff) << 5 | length);
                    Arrays.fill(byBits, first, first + (1 << SHORT - length), entry);
                }
            }
            end[length] = code << LONGEST - length;
            code <<= 1;
        }
    }

    /** The next symbol, 0 to 255. At least 16 bits are in the buffer. */
    int next(EntropyBits in) throws UnusableInputException {
        int entry = byBits[in.peek(SHORT)];
        if (entry != 0) {
            in.skip(entry & 31);
            return entry >>> 5 & 0xff;
        }
        int bits = in.peek(LONGEST);
        for (int length = SHORT + 1; length <= LONGEST; length++) {
            if (bits < end[length]) {
                in.skip(length);
                return symbols[(bits >>> LONGEST - length) + shift[length]] & 0xff;
            }
        }
        throw new UnusableInputException(name + " is damaged: its compressed pixels contain no Huffman code");
    }
}
