package spine.dicom.internal.image;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import spine.dicom.decode.FrameFormat;

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
     * @return row-major values; padding becomes the smallest other value
     */
    float[] of(byte[] cells) {
        int bits = format.bitsStored();
        float[] byPattern = table();
        int[] padding = header.padding(bits, format.signed()).orElse(new int[] {1, 0});
        float[] values = new float[format.cells()];
        boolean padded = false;
        int shift = format.highBit() + 1 - bits;
        int mask = byPattern.length - 1;
        for (int i = 0; i < values.length; i++) {
            int cell = format.bitsAllocated() == 8 ? cells[i] & 0xff : cells[2 * i] & 0xff | (cells[2 * i + 1] & 0xff) << 8;
            int pattern = cell >>> shift & mask;
            int stored = CellBits.value(pattern, bits, format.signed());
            if (stored >= padding[0] && stored <= padding[1]) {
                values[i] = Float.NaN;
                padded = true;
            } else {
                values[i] = byPattern[pattern];
            }
        }
        if (padded) {
            fill(values, byPattern[padding[0] & mask]);
        }
        return values;
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
    private float[] table() {
        int bits = format.bitsStored();
        boolean inverted = format.photometric().equals("MONOCHROME1");
        IntToDoubleFunction modality = modality();
        float[] values = new float[1 << bits];
        for (int pattern = 0; pattern < values.length; pattern++) {
            int stored = CellBits.value(pattern, bits, format.signed());
            // The value at the other end of the range, for pictures whose smallest value is white.
            int turned = format.signed() ? -1 - stored : values.length - 1 - stored;
            values[pattern] = (float) modality.applyAsDouble(inverted ? turned : stored);
        }
        return values;
    }

    private IntToDoubleFunction modality() {
        Optional<LookupTable> lut = header.modalityLut(format.signed());
        if (lut.isPresent()) {
            return lut.get()::at;
        }
        Rescale rescale = header.rescale();
        return stored -> rescale.slope() * stored + rescale.intercept();
    }
}
