package spine.dicom.internal.jpeg;

import java.util.ArrayList;
import java.util.List;
import spine.api.UnusableInputException;
import spine.dicom.decode.FrameFormat;
import spine.dicom.internal.marker.SegmentReader;

/** The frame header (B.2.2). */
final class JpegFrame {
    private static final int BLOCK = 8;
    private static final int LARGEST_FACTOR = 4;

    private final boolean lossless;
    private final int precision;
    private final List<Component> components;
    private final int largestHorizontal;
    private final int largestVertical;
    private final int unitsAcross;
    private final int unitsDown;

    private JpegFrame(boolean lossless, int precision, List<Component> components, int rows, int columns) {
        this.lossless = lossless;
        this.precision = precision;
        this.components = components;
        this.largestHorizontal = components.stream().mapToInt(Component::horizontal).max().orElse(1);
        this.largestVertical = components.stream().mapToInt(Component::vertical).max().orElse(1);
        int block = lossless ? 1 : BLOCK;
        this.unitsAcross = ceil(columns, block * largestHorizontal);
        this.unitsDown = ceil(rows, block * largestVertical);
        for (Component component : components) {
            component.allocate(ceil(columns * component.horizontal(), largestHorizontal),
                    ceil(rows * component.vertical(), largestVertical), unitsAcross * component.horizontal() * block,
                    unitsDown * component.vertical() * block);
        }
    }

    /**
     * Reads the segment.
     *
     * @param marker of the kind of frame, 0xC0 to 0xCF
     */
    static JpegFrame read(SegmentReader in, int marker, FrameFormat format, String name) throws UnusableInputException {
        if (marker != 0xc0 && marker != 0xc1 && marker != 0xc3) {
            throw new UnusableInputException(name + " is compressed with a JPEG process that is not decoded: " + kind(marker));
        }
        boolean lossless = marker == 0xc3;
        int precision = in.unsignedByte();
        int rows = in.unsignedShort();
        int columns = in.unsignedShort();
        int count = in.unsignedByte();
        format.requireSize(rows, columns, count, name);
        boolean possible = lossless ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12 && marker == 0xc1;
        if (!possible) {
            throw new UnusableInputException(name + " is damaged: a JPEG frame of " + precision + " bits does not exist");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = in.unsignedByte();
            int factors = in.unsignedByte();
            int horizontal = factors >>> 4;
            int vertical = factors & 15;
            if (horizontal < 1 || horizontal > LARGEST_FACTOR || vertical < 1 || vertical > LARGEST_FACTOR) {
                throw new UnusableInputException(name + " is damaged: it has a JPEG component without samples");
            }
            // A single component is never interleaved, whatever its factors.
            boolean single = count == 1;
            components.add(new Component(id, single ? 1 : horizontal, single ? 1 : vertical, in.unsignedByte()));
        }
        return new JpegFrame(lossless, precision, components, rows, columns);
    }

    private static String kind(int marker) {
        return switch (marker) {
            case 0xc2, 0xc6, 0xca, 0xce -> "progressive";
            case 0xc9, 0xcb, 0xcd, 0xcf -> "arithmetic coding";
            default -> "hierarchical";
        };
    }

    static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }

    boolean isLossless() {
        return lossless;
    }

    int precision() {
        return precision;
    }

    List<Component> components() {
        return components;
    }

    int largestHorizontal() {
        return largestHorizontal;
    }

    int largestVertical() {
        return largestVertical;
    }

    /** Minimum coded units in a row of them, where components are interleaved (A.2). */
    int unitsAcross() {
        return unitsAcross;
    }

    int unitsDown() {
        return unitsDown;
    }
}
