package spine.dicom.internal.jpeg;

import java.util.Arrays;
import spine.api.UnusableInputException;

/** Decodes a sequential DCT scan (annex F). */
final class DctScan {
    private static final int BLOCK = 8;
    private static final int COEFFICIENTS = 64;
    private static final int ZERO_RUN = 0xf0;
    private static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63};

    private final JpegFrame frame;
    private final ScanHeader scan;
    private final EntropyBits in;
    private final int[][] steps;
    private final String name;
    private final InverseDct inverse;
    private final int[] coefficients = new int[COEFFICIENTS];
    private final int[] dc;

    DctScan(JpegFrame frame, ScanHeader scan, Tables tables, EntropyBits in, String name) throws UnusableInputException {
        this.frame = frame;
        this.scan = scan;
        this.in = in;
        this.name = name;
        this.inverse = new InverseDct(frame.precision());
        this.dc = new int[scan.components().size()];
        this.steps = new int[dc.length][];
        for (int i = 0; i < dc.length; i++) {
            steps[i] = tables.quantization(scan.components().get(i).quantization());
        }
    }

    void decode() throws UnusableInputException {
        Component only = scan.components().get(0);
        boolean interleaved = scan.isInterleaved();
        int across = interleaved ? frame.unitsAcross() : JpegFrame.ceil(only.width(), BLOCK);
        int down = interleaved ? frame.unitsDown() : JpegFrame.ceil(only.height(), BLOCK);
        int units = across * down;
        for (int unit = 0; unit < units; unit++) {
            if (scan.restartInterval() > 0 && unit > 0 && unit % scan.restartInterval() == 0) {
                in.restart();
                Arrays.fill(dc, 0);
            }
            int unitRow = unit / across;
            int unitColumn = unit % across;
            if (interleaved) {
                for (int c = 0; c < dc.length; c++) {
                    Component component = scan.components().get(c);
                    for (int i = 0; i < component.vertical() * component.horizontal(); i++) {
                        block(c, unitRow * component.vertical() + i / component.horizontal(),
                                unitColumn * component.horizontal() + i % component.horizontal());
                    }
                }
            } else {
                block(0, unitRow, unitColumn);
            }
            in.demandReal();
        }
    }

    private void block(int index, int row, int column) throws UnusableInputException {
        int[] step = steps[index];
        Arrays.fill(coefficients, 0);
        in.fill();
        int category = scan.dcTables().get(index).next(in);
        if (category > 15) {
            throw new UnusableInputException(name + " is damaged: its compressed pixels contain a difference of " + category + " bits");
        }
        dc[index] += in.difference(category);
        coefficients[0] = dc[index] * step[0];
        HuffmanTable ac = scan.acTables().get(index);
        for (int k = 1; k < COEFFICIENTS; k++) {
            in.fill();
            int symbol = ac.next(in);
            int bits = symbol & 15;
            if (bits == 0) {
                if (symbol != ZERO_RUN) {
                    break;
                }
                k += 15;
            } else {
                k += symbol >>> 4;
                if (k >= COEFFICIENTS) {
                    throw new UnusableInputException(name + " is damaged: a block of its compressed pixels has too many coefficients");
                }
                coefficients[ZIGZAG[k]] = in.difference(bits) * step[k];
            }
        }
        Component component = scan.components().get(index);
        inverse.transform(coefficients, component.samples(), row * BLOCK * component.stride() + column * BLOCK, component.stride());
    }
}
