package spine.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

class NativePixelDecoderTest {

    @Test
    void unsignedSixteenBits() throws Exception {
        assertArrayEquals(new float[] {1, 65535}, decode(image(16, 16, 0, 1, 0, 0xff, 0xff)));
    }

    @Test
    void signIsExtendedFromTheHighestBitInUse() throws Exception {
        // 12 bits in use; the four bits above hold rubbish that must not count.
        assertArrayEquals(new float[] {-1, 2047}, decode(image(16, 12, 1, 0xff, 0x0f, 0xff, 0xa7)));
    }

    @Test
    void bitsMayLieHigherInTheWord() throws Exception {
        DicomObject image = image(16, 12, 0, 0x1f, 0x00, 0xf0, 0xff).unsignedShorts(Tag.HighBit, 15);
        assertArrayEquals(new float[] {1, 4095}, decode(image));
    }

    @Test
    void eightBits() throws Exception {
        assertArrayEquals(new float[] {0, 200}, decode(image(8, 8, 0, 0, 200)));
    }

    @Test
    void rescaleIsApplied() throws Exception {
        DicomObject image = image(16, 16, 0, 10, 0, 20, 0).decimals(Tag.RescaleSlope, 0.5).decimals(Tag.RescaleIntercept, -3);
        assertArrayEquals(new float[] {2, 7}, decode(image));
    }

    @Test
    void invertedScaleIsTurnedRound() throws Exception {
        DicomObject image = image(16, 12, 0, 0, 0, 0xff, 0x0f).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME1");
        assertArrayEquals(new float[] {4095, 0}, decode(image));
        DicomObject signed = image(8, 8, 1, 0x80, 0x7f).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME1");
        assertArrayEquals(new float[] {127, -128}, decode(signed));
    }

    @Test
    void paddingBecomesTheSmallestOtherValue() throws Exception {
        DicomObject image = image(8, 8, 0, 255, 7).unsignedShorts(0x00280120, 255);
        assertArrayEquals(new float[] {7, 7}, decode(image));
    }

    @Test
    void colourOddDepthAndMissingPixelsAreRefused() {
        assertRefused("x is not a grey image: its photometric interpretation is RGB",
                image(8, 8, 0, 1, 2).text(Tag.PhotometricInterpretation, "CS", "RGB"));
        assertRefused("x has pixels of 32 bits; 8 and 16 are read", image(32, 32, 0, 1, 2, 3, 4, 5, 6, 7, 8));
        assertRefused("x has too few pixels: 2 bytes for 1 x 2 pixels of 16 bits", image(16, 16, 0, 1, 2));
        DicomObject compressed = image(16, 16, 0).put(DicomElement.encapsulated(Tag.PixelData, List.of(new byte[100])));
        assertRefused("x has too few pixels: 0 bytes for 1 x 2 pixels of 16 bits", compressed);
    }

    private static void assertRefused(String message, DicomObject image) {
        assertEquals(message, assertThrows(UnusableInputException.class, () -> decode(image)).getMessage());
    }

    private static DicomObject image(int allocated, int stored, int signed, int... bytes) {
        byte[] raw = new byte[bytes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) bytes[i];
        }
        return new DicomObject().text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, 1).unsignedShorts(Tag.Columns, 2)
                .unsignedShorts(Tag.BitsAllocated, allocated).unsignedShorts(Tag.BitsStored, stored)
                .unsignedShorts(Tag.PixelRepresentation, signed).put(DicomElement.of(Tag.PixelData, "OW", raw));
    }

    private static float[] decode(DicomObject image) throws UnusableInputException {
        return new NativePixelDecoder().decode(image, "x");
    }
}
