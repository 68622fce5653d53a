package spine.dicom.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.LossyCompression;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;

class GreyFrameTest {
    @TempDir
    private Path folder;

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

    /** Also where the pixels came from a compressed image that was unpacked. */
    @Test
    void compressionWithLossIsNoted() throws Exception {
        DicomObject image = image(8, 8, 0, 0, 200);
        assertEquals(List.of(), grey(image).notes());
        image.text(LossyCompression.LossyImageCompression, "CS", "01");
        assertEquals(List.of(Note.warning("The images were compressed with loss: fine detail may be missing or made up.")), grey(image)
                .notes());
    }

    @ParameterizedTest
    @CsvSource({"4.50, '', true", "4.51, 00, true", "4.81, '', true", "4.91, '', true", "4.91, 00, false", "4.91, 01, true",
        "4.90, '', false", "4.80, 00, false", "1, 01, true"})
    void syntaxesWithLoss(String syntax, String said, boolean lossy) {
        DicomObject header = new DicomObject().text(Tag.TransferSyntaxUID, "UI", "1.2.840.10008.1.2." + syntax)
                .text(LossyCompression.LossyImageCompression, "CS", said);
        assertEquals(lossy, LossyCompression.applies(header));
    }

    /** As where the header allocates 8 bits and the pixels have 16; a few bytes of padding are no reason. */
    @Test
    void morePixelsThanDescribedAreNoted() throws Exception {
        assertEquals(List.of(Note.warning("The images have more pixels than their headers describe; the others were left out.")),
                grey(image(8, 8, 0, 10, 20, 30, 40)).notes());
        assertEquals(List.of(), grey(image(16, 16, 0, 10, 20, 30, 40, 0, 0)).notes());
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
    void anUnusableSlopeIsSaid() throws Exception {
        for (String slope : List.of("0", "NaN", "none")) {
            GreyFrame grey = grey(image(8, 8, 0, 10, 20).text(Tag.RescaleSlope, "DS", slope));
            assertArrayEquals(new float[] {10, 20}, grey.values());
            assertEquals(List.of(Note.warning("The RescaleSlope of the images is 0 or no number; they were read as if it were 1.")),
                    grey.notes(), slope);
        }
        assertEquals(List.of(), grey(image(8, 8, 0, 10, 20).text(Tag.RescaleSlope, "DS", "")).notes());
    }

    /** Infinite, all the same, or merged with their neighbours: none of that is an image. */
    @ParameterizedTest
    @CsvSource({"1e308, 0", "-1e308, 0", "1e200, 0", "1e13, 0", "1e-30, 0", "1e-300, 0", "1, 1e9", "1, -1e300", "0.001, 65536"})
    void scalesThatLeaveNoNumbersAreRefused(double slope, double intercept) {
        assertRefused("x has the RescaleSlope " + slope + " and the RescaleIntercept " + intercept + ", which make no usable numbers of its"
                + " pixels", image(16, 16, 0, 10, 0, 20, 0).decimals(Tag.RescaleSlope, slope).decimals(Tag.RescaleIntercept, intercept));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "-1, 4095", "1e-6, 0", "1e6, 0", "1, -32768", "0.001, -10"})
    void scalesOfScannersAreRead(double slope, double intercept) throws Exception {
        DicomObject image = image(16, 16, 0, 10, 0, 20, 0).decimals(Tag.RescaleSlope, slope).decimals(Tag.RescaleIntercept, intercept);
        assertArrayEquals(new float[] {(float) (10 * slope + intercept), (float) (20 * slope + intercept)}, decode(image));
    }

    /** What is stored does not fit what is announced. */
    @Test
    void bitsAboveThoseInUseAreSaid() throws Exception {
        for (int signed = 0; signed <= 1; signed++) {
            for (int stored = 8; stored < 16; stored++) {
                int above = 1 << stored;
                GreyFrame grey = grey(image(16, stored, signed, 5, 0, above & 0xff | 5, above >> 8));
                assertArrayEquals(new float[] {5, 5}, grey.values());
                assertEquals(1, grey.notes().size(), grey.notes().toString());
                assertTrue(grey.notes().get(0).isWarning() && grey.notes().get(0).text().contains("BitsStored and HighBit"));
                int negative = -3 & (signed == 1 ? 0xffff : above - 1);
                assertEquals(List.of(), grey(image(16, stored, signed, 5, 0, negative & 0xff, negative >> 8)).notes());
                assertEquals(List.of(), grey(image(16, stored, signed, 5, 0, -3 & 0xff, (-3 & above - 1) >> 8)).notes());
            }
        }
    }

    /** A ramp up to the given value and back, and noise around 0, read with another sign or fewer bits than they were written with. */
    @ParameterizedTest
    @CsvSource({"16, 1, 60000, 0, true", "12, 1, 4000, 0, true", "16, 0, 3000, 40, true", "16, 1, 3000, 40, false",
        "16, 0, 65535, 0, false", "12, 0, 4095, 0, false", "12, 1, 2047, 0, false", "8, 0, 255, 0, false"})
    void valuesThatWrapAroundAreSaid(int bits, int signed, int brightest, int below, boolean wrapped) throws Exception {
        int side = 40;
        int[] bytes = new int[2 * side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int ramp = brightest * (side / 2 - Math.abs(column - side / 2)) / (side / 2);
                int value = (column < 4 && below > 0 ? (row + column) % 3 * below - below : ramp) & (1 << bits) - 1;
                bytes[2 * (row * side + column)] = value & 0xff;
                bytes[2 * (row * side + column) + 1] = value >> 8;
            }
        }
        DicomObject image = image(16, bits, signed, bytes).unsignedShorts(Tag.Rows, side).unsignedShorts(Tag.Columns, side);
        List<Note> notes = grey(image).notes();
        assertEquals(wrapped, notes.stream().anyMatch(note -> note.isWarning() && note.text().contains("PixelRepresentation")),
                notes.toString());
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
    void aRangeOfPaddingAndOneGivenUnsignedAreMet() throws Exception {
        DicomObject range = image(8, 8, 0, 200, 7).unsignedShorts(0x00280120, 100).unsignedShorts(0x00280121, 220);
        assertArrayEquals(new float[] {7, 7}, decode(range));
        // -2000 as US although the pixels are signed.
        assertArrayEquals(new float[] {5, 5}, decode(image(16, 16, 1, 0x30, 0xf8, 5, 0).unsignedShorts(0x00280120, 0xf830)));
    }

    @Test
    void modalityLutStandsInForRescale() throws Exception {
        DicomObject lut = new DicomObject().unsignedShorts(0x00283002, 3, 10, 16).put(DicomElement.of(0x00283006, "OW",
                new byte[] {1, 0, 0, 1, 3, 0}));
        DicomObject image = image(8, 8, 0, 11, 200).sequence(0x00283000, lut).decimals(Tag.RescaleSlope, 9);
        assertArrayEquals(new float[] {256, 3}, decode(image));
    }

    @Test
    void rescaleOfTheFramesOwnGroupIsApplied() throws Exception {
        DicomObject own = new DicomObject().sequence(0x00289145, new DicomObject().decimals(Tag.RescaleSlope, 2)
                .decimals(Tag.RescaleIntercept, 1));
        DicomObject shared = new DicomObject().sequence(0x00289145, new DicomObject().decimals(Tag.RescaleSlope, 7));
        assertArrayEquals(new float[] {21, 41}, decode(image(8, 8, 0, 10, 20).sequence(0x52009229, shared).sequence(0x52009230, own)));
        assertArrayEquals(new float[] {70, 140}, decode(image(8, 8, 0, 10, 20).sequence(0x52009229, shared)));
    }

    @Test
    void whatIsNotAppliedIsNoted() throws Exception {
        assertEquals(List.of(), grey(image(8, 8, 0, 1, 2)).notes());
        DicomObject image = image(16, 12, 0, 1, 0xf0, 2, 0).unsignedShorts(0x60000102, 12)
                .sequence(0x00409096, new DicomObject()).text(0x20050010, "LO", "Philips MR Imaging DD 001")
                .put(DicomElement.of(0x2005100e, "FL", new byte[] {0, 0, 0, 0x40}));
        GreyFrame grey = grey(image);
        assertArrayEquals(new float[] {1, 2}, grey.values());
        assertEquals(List.of(Note.info("The real-world value mapping of the images was not applied."),
                Note.info("The private scale slope of the manufacturer was not applied."),
                Note.info("Overlays in unused bits of the pixels were left out.")), grey.notes());
    }

    @Test
    void colourOddDepthAndMissingPixelsAreRefused() {
        assertRefused("x is not a grey image: its photometric interpretation is RGB",
                image(8, 8, 0, 1, 2).text(Tag.PhotometricInterpretation, "CS", "RGB"));
        assertRefused("x has grey pixels of 32 bits; 8 and 16 are read", image(32, 32, 0, 1, 2, 3, 4, 5, 6, 7, 8));
        assertRefused("x has pixels of 24 bits; 1, 8, 16 and 32 are read", image(24, 24, 0, 1, 2, 3, 4, 5, 6));
        assertRefused("x has too few pixels: 2 bytes, and 4 are needed", image(16, 16, 0, 1, 2));
    }

    private void assertRefused(String message, DicomObject image) {
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

    private float[] decode(DicomObject image) throws UnusableInputException, IOException {
        return grey(image).values();
    }

    private GreyFrame grey(DicomObject image) throws UnusableInputException, IOException {
        image.text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE).text(Tag.SOPInstanceUID, "UI", "1.2");
        NativeDicomCodec codec = new NativeDicomCodec();
        try (OutputStream out = Files.newOutputStream(folder.resolve("x"))) {
            codec.write(image, out);
        }
        try (DicomImage read = new DecodedImages(codec).open(folder.resolve("x"))) {
            return read.grey(0);
        } catch (UnusableInputException reason) {
            throw new UnusableInputException(reason.getMessage().replace(folder.resolve("x").toString(), "x"));
        }
    }
}
