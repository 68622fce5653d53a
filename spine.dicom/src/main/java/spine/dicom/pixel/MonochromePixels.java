package spine.dicom.pixel;

import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** The pixels of one grey image, uncompressed: bits in use, sign, inverted scale, padding, rescale (PS3.3 C.7.6.3, C.11.1). */
final class MonochromePixels {
    private static final int PIXEL_PADDING_VALUE = 0x00280120;

    private final byte[] bytes;
    private final int count;
    private final int bytesPerPixel;
    private final int bitsStored;
    private final int shift;
    private final boolean signed;
    private final boolean inverted;
    private final double slope;
    private final double intercept;
    private final double padding;

    /**
     * @param bytes little endian, at least {@code count} pixels of {@code bitsAllocated} bits
     * @param bitsAllocated 8 or 16
     */
    MonochromePixels(DicomObject image, byte[] bytes, int count, int bitsAllocated) {
        this.bytes = bytes;
        this.count = count;
        this.bytesPerPixel = bitsAllocated / 8;
        this.bitsStored = Math.max(1, Math.min(bitsAllocated, image.integer(Tag.BitsStored, bitsAllocated)));
        int highBit = image.integer(Tag.HighBit, bitsStored - 1);
        this.shift = Math.max(0, Math.min(bitsAllocated - bitsStored, highBit - bitsStored + 1));
        this.signed = image.integer(Tag.PixelRepresentation, 0) == 1;
        this.inverted = image.text(Tag.PhotometricInterpretation).equals("MONOCHROME1");
        double givenSlope = image.number(Tag.RescaleSlope);
        double givenIntercept = image.number(Tag.RescaleIntercept);
        this.slope = Double.isFinite(givenSlope) && givenSlope != 0 ? givenSlope : 1;
        this.intercept = Double.isFinite(givenIntercept) ? givenIntercept : 0;
        this.padding = image.number(PIXEL_PADDING_VALUE);
    }

    /** @return row-major values after rescale; padding becomes the smallest other value */
    float[] values() {
        float[] values = new float[count];
        boolean[] isPadding = Double.isNaN(padding) ? null : new boolean[count];
        float smallest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int stored = stored(i);
            values[i] = (float) (slope * (inverted ? mirrored(stored) : stored) + intercept);
            if (isPadding != null && stored == padding) {
                isPadding[i] = true;
            } else {
                smallest = Math.min(smallest, values[i]);
            }
        }
        if (isPadding != null && smallest < Float.POSITIVE_INFINITY) {
            for (int i = 0; i < count; i++) {
                values[i] = isPadding[i] ? smallest : values[i];
            }
        }
        return values;
    }

    private int stored(int i) {
        int raw = bytesPerPixel == 1 ? bytes[i] & 0xff : bytes[2 * i] & 0xff | (bytes[2 * i + 1] & 0xff) << 8;
        int unused = Integer.SIZE - bitsStored;
        int aligned = raw >>> shift << unused;
        return signed ? aligned >> unused : aligned >>> unused;
    }

    /** The value at the other end of the range, for pictures whose smallest value is white. */
    private int mirrored(int stored) {
        return signed ? -1 - stored : (1 << bitsStored) - 1 - stored;
    }
}
