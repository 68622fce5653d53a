package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.image.Note;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImage;
import spine.dicom.pixel.GreyFrame;

/** JPEG 2000 codestreams, made by OpenJPEG, that are not what the header says or not as DICOM wants them. */
class CodestreamContradictionsTest {
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";

    private final DecodedImages images = new DecodedImages(new NativeDicomCodec());
    @TempDir
    private Path folder;

    @Test
    void tilesAndTwelveBitsAreRead() throws Exception {
        TestImage image = TestImage.of(16, 12, false);
        byte[] stream = encoded(image, "12,u", "x.j2k", "-t", "32,32");
        assertArrayEquals(image.cells(), cells(file(header(image), stream)));
    }

    @Test
    void theBoxesOfAFileFormatArePassedOver() throws Exception {
        TestImage image = TestImage.of(16, 16, false);
        assertArrayEquals(image.cells(), cells(file(header(image), encoded(image, "16,u", "x.jp2"))));
    }

    @Test
    void theHeaderDecidesOnTheSign() throws Exception {
        TestImage image = TestImage.of(16, 16, true);
        byte[] unsigned = encoded(image, "16,u", "x.j2k");
        GreyFrame frame = grey(file(header(image), unsigned));
        assertArrayEquals(values(image.cells(), true), frame.values());
        assertEquals(List.of(), frame.notes());
        byte[] signed = encoded(image, "16,s", "y.j2k");
        GreyFrame other = grey(file(header(image).unsignedShorts(Tag.PixelRepresentation, 0), signed));
        assertArrayEquals(values(image.cells(), false), other.values());
        assertEquals(List.of(Note.warning("The compressed pixels are signed and the headers say unsigned: the headers were followed.")),
                other.notes());
    }

    @Test
    void aSignBelowTheBitsStoredIsExtendedWithANote() throws Exception {
        TestImage image = TestImage.of(16, 12, true);
        byte[] masked = image.cells();
        for (int i = 1; i < masked.length; i += 2) {
            masked[i] &= 15;
        }
        DicomObject header = header(image).unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15);
        GreyFrame frame = grey(file(header, encoded(image, masked, "12,u", "x.j2k")));
        assertArrayEquals(values(image.cells(), true), frame.values());
        assertEquals(List.of(Note.warning("The compressed pixels have 12 bits and the headers say 16 signed ones: "
                + "the highest bit was taken for the sign.")), frame.notes());
    }

    @Test
    void whatIsCutOffIsRefused() throws Exception {
        TestImage image = TestImage.of(16, 12, false);
        byte[] stream = encoded(image, "12,u", "x.j2k");
        int refused = 0;
        for (int length = 10; length < stream.length - 2; length += stream.length / 25) {
            try {
                cells(file(header(image), Arrays.copyOf(stream, length)));
            } catch (UnusableInputException reason) {
                refused++;
                assertTrue(reason.getMessage().contains("cut off") || reason.getMessage().contains("damaged"), reason.getMessage());
            }
        }
        assertTrue(refused >= 25, refused + " refused");
    }

    private byte[] encoded(TestImage image, String kind, String name, String... more) throws IOException, InterruptedException {
        return encoded(image, image.cells(), kind, name, more);
    }

    /** @param kind bits and sign as opj_compress wants them */
    private byte[] encoded(TestImage image, byte[] cells, String kind, String name, String... more)
            throws IOException, InterruptedException {
        byte[] bigEndian = cells.clone();
        for (int i = 0; i + 1 < cells.length; i += 2) {
            bigEndian[i] = cells[i + 1];
            bigEndian[i + 1] = cells[i];
        }
        Path raw = Files.write(folder.resolve("x.raw"), bigEndian);
        List<String> words = new ArrayList<>(List.of("opj_compress", "-n", "4", "-i", raw.toString(), "-o",
                folder.resolve(name).toString(), "-F", image.columns() + "," + image.rows() + ",1," + kind));
        words.addAll(List.of(more));
        Tool.run(words, folder.resolve(name));
        return Files.readAllBytes(folder.resolve(name));
    }

    private static DicomObject header(TestImage image) {
        return EncapsulatedFile.header(image.rows(), image.columns(), 16, image.bitsStored())
                .unsignedShorts(Tag.PixelRepresentation, image.signed() ? 1 : 0);
    }

    private Path file(DicomObject header, byte[] stream) throws IOException {
        return new EncapsulatedFile(header, JPEG_2000).fragment(stream).write(folder.resolve("x.dcm"));
    }

    private byte[] cells(Path file) throws UnusableInputException, IOException {
        try (DicomImage image = images.open(file)) {
            return image.cells(0).cells();
        }
    }

    private GreyFrame grey(Path file) throws UnusableInputException, IOException {
        try (DicomImage image = images.open(file)) {
            return image.grey(0);
        }
    }

    private static float[] values(byte[] cells, boolean signed) {
        float[] values = new float[cells.length / 2];
        for (int i = 0; i < values.length; i++) {
            int cell = cells[2 * i] & 0xff | cells[2 * i + 1] << 8;
            values[i] = signed ? cell : cell & 0xffff;
        }
        return values;
    }
}
