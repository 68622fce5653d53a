package spine.dicom.internal.jpeg;

import java.util.List;
import spine.api.UnusableInputException;

/** Decodes a lossless scan (annex H): each sample is a difference from what its neighbours let expect. */
final class LosslessScan {
    private final JpegFrame frame;
    private final ScanHeader scan;
    private final EntropyBits in;
    private final String name;
    private final int start;

    LosslessScan(JpegFrame frame, ScanHeader scan, EntropyBits in, String name) throws UnusableInputException {
        this.frame = frame;
        this.scan = scan;
        this.in = in;
        this.name = name;
        if (scan.predictor() < 1 || scan.predictor() > 7 || scan.pointTransform() >= frame.precision()) {
            throw new UnusableInputException(name + " is damaged: JPEG Lossless has no predictor " + scan.predictor()
                    + " with point transform " + scan.pointTransform());
        }
        for (Component component : frame.components()) {
            if (component.horizontal() != 1 || component.vertical() != 1) {
                throw new UnusableInputException(name + " has colours of fewer samples in JPEG Lossless, which is not decoded");
            }
        }
        this.start = 1 << frame.precision() - scan.pointTransform() - 1;
    }

    void decode() throws UnusableInputException {
        int columns = frame.unitsAcross();
        int rows = frame.unitsDown();
        int interval = scan.restartInterval() == 0 ? rows : scan.restartInterval() / columns;
        if (interval == 0 || scan.restartInterval() % columns != 0) {
            throw new UnusableInputException(name + " has restart markers within a line of JPEG Lossless, which is not decoded");
        }
        for (int row = 0; row < rows; row++) {
            boolean first = row % interval == 0;
            if (first && row > 0) {
                in.restart();
            }
            if (scan.isInterleaved()) {
                interleaved(row, first, columns);
            } else {
                Component component = scan.components().get(0);
                line(component.samples(), row * component.stride(), component.stride(), columns, first);
            }
            in.demandReal();
        }
        if (scan.pointTransform() > 0) {
            scan.components().forEach(component -> enlarge(component.samples()));
        }
    }

    private void enlarge(short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (samples[i] << scan.pointTransform());
        }
    }

    private void line(short[] samples, int at, int stride, int columns, boolean first) throws UnusableInputException {
        HuffmanTable table = scan.dcTables().get(0);
        int predictor = first ? 1 : scan.predictor();
        int left = first ? start : samples[at - stride] & 0xffff;
        left = left + difference(table) & 0xffff;
        samples[at] = (short) left;
        for (int i = at + 1; i < at + columns; i++) {
            int expected = predictor == 1 ? left
                    : expected(predictor, left, samples[i - stride] & 0xffff, samples[i - stride - 1] & 0xffff);
            left = expected + difference(table) & 0xffff;
            samples[i] = (short) left;
        }
    }

    private void interleaved(int row, boolean first, int columns) throws UnusableInputException {
        List<Component> components = scan.components();
        for (int column = 0; column < columns; column++) {
            for (int c = 0; c < components.size(); c++) {
                short[] samples = components.get(c).samples();
                int stride = components.get(c).stride();
                int i = row * stride + column;
                int expected;
                if (column == 0) {
                    expected = first ? start : samples[i - stride] & 0xffff;
                } else if (first || scan.predictor() == 1) {
                    expected = samples[i - 1] & 0xffff;
                } else {
                    expected = expected(scan.predictor(), samples[i - 1] & 0xffff, samples[i - stride] & 0xffff,
                            samples[i - stride - 1] & 0xffff);
                }
                samples[i] = (short) (expected + difference(scan.dcTables().get(c)));
            }
        }
    }

    /** Table H.1. */
    private static int expected(int predictor, int left, int above, int aboveLeft) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + (above - aboveLeft >> 1);
            case 6 -> above + (left - aboveLeft >> 1);
            default -> left + above >> 1;
        };
    }

    /** Category 16 stands for 32768 and has no bits of its own (H.1.2.2). */
    private int difference(HuffmanTable table) throws UnusableInputException {
        in.fill();
        int category = table.next(in);
        if (category > 16) {
            throw new UnusableInputException(name + " is damaged: its compressed pixels contain a difference of " + category + " bits");
        }
        return category == 16 ? 32768 : in.difference(category);
    }
}
