package spine.dicom.internal.jpeg;

import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.dicom.internal.marker.SegmentReader;

/**
 * The scan header (B.2.3) with what holds for the scan.
 *
 * @param components what the scan has samples of, at least one
 * @param dcTables the table of each for DC coefficients or, in lossless frames, for differences
 * @param acTables the table of each for AC coefficients, null in lossless frames
 * @param predictor the first parameter, 1 to 7 in lossless frames
 * @param pointTransform the last parameter, 0 to 15
 * @param restartInterval units between restart markers, 0 if there are none
 */
record ScanHeader(List<Component> components, List<HuffmanTable> dcTables, List<HuffmanTable> acTables, int predictor,
        int pointTransform, int restartInterval) {

    static ScanHeader read(SegmentReader in, JpegFrame frame, Tables tables, String name) throws UnusableInputException {
        int count = in.unsignedByte();
        List<Component> components = new ArrayList<>();
        List<HuffmanTable> dcTables = new ArrayList<>();
        List<HuffmanTable> acTables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in.unsignedByte();
            int numbers = in.unsignedByte();
            Component component = frame.components().stream().filter(c -> c.id() == id && !components.contains(c)).findFirst()
                    .orElseThrow(() -> new UnusableInputException(name + " is damaged: a scan names a component that is not there"));
            components.add(component);
            dcTables.add(tables.dc(numbers >>> 4));
            acTables.add(frame.isLossless() ? null : tables.ac(numbers & 15));
        }
        if (components.isEmpty()) {
            throw new UnusableInputException(name + " is damaged: a scan has no component");
        }
        int first = in.unsignedByte();
        in.unsignedByte();
        return new ScanHeader(components, dcTables, acTables, first, in.unsignedByte() & 15, tables.restartInterval());
    }

    boolean isInterleaved() {
        return components.size() > 1;
    }
}
