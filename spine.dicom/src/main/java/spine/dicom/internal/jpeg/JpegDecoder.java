package spine.dicom.internal.jpeg;

import java.util.List;
import spine.api.UnusableInputException;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;
import spine.dicom.internal.cell.CellWriter;
import spine.dicom.internal.marker.SegmentReader;

/** Decodes JPEG baseline, extended and lossless. Colours stay those of the codestream. */
public final class JpegDecoder implements FrameDecoder {
    private static final int DHT = 0xc4;
    private static final int JPG = 0xc8;
    private static final int DAC = 0xcc;
    private static final int SOS = 0xda;
    private static final int DQT = 0xdb;
    private static final int DRI = 0xdd;

    @Override
    public DecodedFrame decode(byte[] encoded, FrameFormat format, String name) throws UnusableInputException {
        SegmentReader in = new SegmentReader(encoded, name);
        if (in.nextMarker() != SegmentReader.SOI) {
            throw in.cutOff();
        }
        Tables tables = new Tables(name);
        JpegFrame frame = null;
        int decoded = 0;
        while (frame == null || decoded < frame.components().size()) {
            int marker = in.nextMarker();
            switch (marker) {
                case DHT -> tables.readHuffman(in);
                case DQT -> tables.readQuantization(in);
                case DRI -> tables.readRestartInterval(in);
                case SOS -> decoded += scan(encoded, in, frame, tables, name);
                case SegmentReader.EOI -> throw in.cutOff();
                default -> {
                    if (marker >= 0xc0 && marker <= 0xcf && marker != JPG && marker != DAC) {
                        if (frame != null) {
                            throw new UnusableInputException(name + " is damaged: it has two frames where one is expected");
                        }
                        frame = JpegFrame.read(in, marker, format, name);
                    }
                }
            }
        }
        return cells(frame, format, name);
    }

    /** @return the number of components that are whole now */
    private static int scan(byte[] encoded, SegmentReader in, JpegFrame frame, Tables tables, String name) throws UnusableInputException {
        if (frame == null) {
            throw in.cutOff();
        }
        ScanHeader scan = ScanHeader.read(in, frame, tables, name);
        EntropyBits bits = new EntropyBits(encoded, in.end(), name);
        if (frame.isLossless()) {
            new LosslessScan(frame, scan, bits, name).decode();
        } else {
            new DctScan(frame, scan, tables, bits, name).decode();
        }
        in.continueAt(bits.nextMarker());
        return scan.components().size();
    }

    private static DecodedFrame cells(JpegFrame frame, FrameFormat format, String name) throws UnusableInputException {
        CellWriter cells = new CellWriter(format, frame.precision(), false, name);
        List<Component> components = frame.components();
        int[] line = new int[format.columns()];
        for (int c = 0; c < components.size(); c++) {
            Upsampling samples = new Upsampling(components.get(c), frame);
            for (int row = 0, index = c; row < format.rows(); row++) {
                samples.row(row, line);
                for (int column = 0; column < line.length; column++, index += components.size()) {
                    cells.put(index, line[column]);
                }
            }
        }
        return cells.frame();
    }
}
