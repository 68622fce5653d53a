package spine.dicom.internal.jpeg;

import spine.api.UnusableInputException;
import spine.dicom.internal.marker.SegmentReader;

/** Tables that are defined before a scan (B.2.4), and the restart interval. */
final class Tables {
    private static final int COEFFICIENTS = 64;
    private static final int LENGTHS = 16;

    private final HuffmanTable[] dc = new HuffmanTable[4];
    private final HuffmanTable[] ac = new HuffmanTable[4];
    private final int[][] quantization = new int[4][];
    private final String name;
    private int restartInterval;

    Tables(String name) {
        this.name = name;
    }

    void readHuffman(SegmentReader in) throws UnusableInputException {
        while (in.hasMore()) {
            int kind = in.unsignedByte();
            int[] counts = new int[LENGTHS];
            int total = 0;
            for (int i = 0; i < LENGTHS; i++) {
                counts[i] = in.unsignedByte();
                total += counts[i];
            }
            byte[] symbols = new byte[total];
            for (int i = 0; i < total; i++) {
                symbols[i] = (byte) in.unsignedByte();
            }
            ((kind >>> 4) == 0 ? dc : ac)[kind & 3] = new HuffmanTable(counts, symbols, name);
        }
    }

    void readQuantization(SegmentReader in) throws UnusableInputException {
        while (in.hasMore()) {
            int kind = in.unsignedByte();
            int[] steps = new int[COEFFICIENTS];
            for (int i = 0; i < COEFFICIENTS; i++) {
                steps[i] = (kind >>> 4) == 0 ? in.unsignedByte() : in.unsignedShort();
            }
            quantization[kind & 3] = steps;
        }
    }

    void readRestartInterval(SegmentReader in) throws UnusableInputException {
        restartInterval = in.unsignedShort();
    }

    int restartInterval() {
        return restartInterval;
    }

    HuffmanTable dc(int number) throws UnusableInputException {
        return present(dc[number & 3]);
    }

    HuffmanTable ac(int number) throws UnusableInputException {
        return present(ac[number & 3]);
    }

    /** Quantization steps in zigzag order. */
    int[] quantization(int number) throws UnusableInputException {
        return present(quantization[number & 3]);
    }

    private <T> T present(T table) throws UnusableInputException {
        if (table == null) {
            throw new UnusableInputException(name + " is damaged: a table that its compressed pixels need is missing");
        }
        return table;
    }
}
