package spine.dicom.internal.image;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import spine.api.UnusableInputException;
import spine.dicom.decode.FrameFormat;
import spine.dicom.pixel.GreyFrame;

/**
 * From the cells of a grey frame to its values: bits in use, sign, inverted scale, padding, modality LUT or rescale (PS3.3 C.7.6.3,
 * C.11.1).
 */
final class GreyValues {
    private final FrameFormat format;
    private final FrameHeader header;

    /** @param format of one sample and 8 or 16 bits */
    GreyValues(FrameFormat format, FrameHeader header) {
        this.format = format;
        this.header = header;
    }

    /**
     * @param cells as {@link spine.dicom.decode.DecodedFrame#cells()}
     * @param name names the image in messages
     * @return row-major values, of which padding becomes the smallest other value, and what contradicts the header
     * @throws UnusableInputException if they become no usable numbers
     */
    GreyFrame of(byte[] cells, String name) throws UnusableInputException {
        StoredValues stored = new StoredValues(format, cells);
        int bits = format.bitsStored();
        float[] byPattern = table(stored, name);
        int[] padding = header.padding(bits, format.signed()).orElse(new int[] {1, 0});
        float[] values = new float[format.cells()];
        boolean padded = false;
        for (int i = 0; i < values.length; i++) {
            int value = stored.value(i);
            if (value >= padding[0] && value <= padding[1]) {
                values[i] = Float.NaN;
                padded = true;
            } else {
                values[i] = byPattern[stored.pattern(i)];
            }
        }
        if (padded) {
            fill(values, byPattern[padding[0] & byPattern.length - 1]);
        }
        return new GreyFrame(values, ContradictingBits.of(stored, format.columns(), padding, header.hasEmbeddedOverlay()));
    }

    /** @param otherwise where there is nothing but padding */
    private static void fill(float[] values, float otherwise) {
        float smallest = Float.POSITIVE_INFINITY;
        for (float value : values) {
            smallest = value < smallest ? value : smallest;
        }
        float substitute = smallest < Float.POSITIVE_INFINITY ? smallest : otherwise;
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isNaN(values[i]) ? substitute : values[i];
        }
    }

    /** The value of every pattern of bits. */
    private float[] table(StoredValues range, String name) throws UnusableInputException {
        int bits = format.bitsStored();
        boolean inverted = format.photometric().equals("MONOCHROME1");
        IntToDoubleFunction modality = modality(range, name);
        float[] values = new float[1 << bits];
        for (int pattern = 0; pattern < values.length; pattern++) {
            int stored = CellBits.value(pattern, bits, format.signed());
            // The value at the other end of the range, for pictures whose smallest value is white.
            int turned = format.signed() ? -1 - stored : values.length - 1 - stored;
            values[pattern] = (float) modality.applyAsDouble(inverted ? turned : stored);
        }
        return values;
    }

    private IntToDoubleFunction modality(StoredValues range, String name) throws UnusableInputException {
        Optional<LookupTable> lut = header.modalityLut(format.signed());
        if (lut.isPresent()) {
            return lut.get()::at;
        }
        Rescale rescale = header.rescale();
        if (!rescale.keeps(range.lowest(), range.highest())) {
            throw new UnusableInputException(name + " has the RescaleSlope " + rescale.slope() + " and the RescaleIntercept "
                    + rescale.intercept() + ", which make no usable numbers of its pixels");
        }
        return rescale::at;
    }
}
