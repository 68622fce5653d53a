package spine.dicom.internal.jpegls;

import spine.api.UnusableInputException;
import spine.dicom.decode.FrameFormat;
import spine.dicom.internal.cell.CellWriter;

/** Goes through the lines of a scan (annex B): of one component, of all in turn, or of all sample by sample. */
final class ScanDecoder {
    private static final int BY_SAMPLE = 2;

    private final FrameFormat format;
    private final int[] components;
    private final int interleave;
    private final CodeBits in;
    private final LineDecoder decoder;

    /**
     * @param components their places within a pixel
     * @param interleave 0 for one component, 1 by line, 2 by sample
     */
    ScanDecoder(FrameFormat format, int[] components, int interleave, CodeBits in, LineDecoder decoder) {
        this.format = format;
        this.components = components.clone();
        this.interleave = interleave;
        this.in = in;
        this.decoder = decoder;
    }

    void decode(CellWriter cells) throws UnusableInputException {
        int columns = format.columns();
        int[][] above = new int[components.length][columns + 2];
        int[][] lines = new int[components.length][columns + 2];
        int[] runs = new int[components.length];
        for (int row = 0; row < format.rows(); row++) {
            for (int c = 0; c < components.length; c++) {
                // What lies beside a line is taken from the line above (A.2.1).
                lines[c][0] = above[c][1];
                above[c][columns + 1] = above[c][columns];
            }
            if (interleave == BY_SAMPLE && components.length > 1) {
                runs[0] = decoder.interleaved(above, lines, runs[0]);
            } else {
                for (int c = 0; c < components.length; c++) {
                    runs[c] = decoder.line(above[c], lines[c], runs[c]);
                }
            }
            in.demandReal();
            for (int c = 0; c < components.length; c++) {
                int index = row * columns * format.samples() + components[c];
                for (int x = 1; x <= columns; x++, index += format.samples()) {
                    cells.put(index, lines[c][x]);
                }
            }
            int[][] kept = above;
            above = lines;
            lines = kept;
        }
    }
}
