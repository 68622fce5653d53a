package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.NotDicomException;
import spine.dicom.PixelData;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;

class NativeDicomCodecTest {
    private static final int REFERENCED_STUDY_SEQUENCE = 0x00081110;
    private static final int PRIVATE_CREATOR = 0x00110010;
    private static final int PRIVATE_VALUE = 0x00111001;

    private final NativeDicomCodec codec = new NativeDicomCodec();
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        DicomObject read = read(write(sample()), true);
        for (DicomElement element : sample().elements()) {
            DicomElement found = read.element(element.tag()).orElseThrow();
            assertEquals(element.vr(), found.vr());
            assertArrayEquals(element.bytes(), found.bytes());
        }
        assertEquals("Grün^Ärger", read.text(Tag.PatientName));
        DicomObject item = read.items(REFERENCED_STUDY_SEQUENCE).get(1);
        assertEquals("1.2.3", item.items(REFERENCED_STUDY_SEQUENCE).get(0).text(0x00081155));
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, read.text(Tag.TransferSyntaxUID));
    }

    @Test
    void theSameObjectGivesTheSameBytes() throws Exception {
        byte[] once = write(sample());
        assertArrayEquals(once, write(read(once, true)));
    }

    @Test
    void stopsBeforeThePixels() throws Exception {
        DicomObject read = read(write(sample()), false);
        assertFalse(read.element(Tag.PixelData).isPresent());
        assertEquals(2, read.integer(Tag.Rows, 0));
    }

    @Test
    void readsDeflatedDataSets() throws Exception {
        byte[] plain = write(sample());
        int metaEnd = 132 + 12 + (plain[140] & 0xff);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        // "1.2.840.10008.1.2.1.99" has two characters more than the syntax it replaces (which is padded to 20).
        String meta = new String(plain, 132, metaEnd - 132, StandardCharsets.ISO_8859_1)
                .replace("UI\u0014\u00001.2.840.10008.1.2.1\u0000", "UI\u0016\u00001.2.840.10008.1.2.1.99");
        file.write(plain, 0, 132);
        file.write(meta.getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream out = new DeflaterOutputStream(file, new Deflater(9, true))) {
            out.write(plain, metaEnd, plain.length - metaEnd);
        }
        DicomObject read = read(file.toByteArray(), true);
        assertEquals("Grün^Ärger", read.text(Tag.PatientName));
        assertEquals(8, read.element(Tag.PixelData).orElseThrow().bytes().length);
        byte[] cut = Arrays.copyOf(file.toByteArray(), file.size() - 40);
        assertThrows(UnusableInputException.class, () -> read(cut, true));
    }

    @Test
    void everyTruncationIsNamedOrHarmless() throws Exception {
        byte[] whole = write(sample());
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            try {
                read(Arrays.copyOf(whole, length), true);
            } catch (UnusableInputException reason) {
                refused++;
                assertTrue(reason.getMessage().startsWith("sample is "), reason.getMessage());
            }
        }
        assertTrue(refused > whole.length * 3 / 4, refused + " of " + whole.length);
    }

    @Test
    void lengthBeyondTheFileIsNotAllocated() {
        byte[] header = new byte[132 + 12];
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, header, 128, 4);
        System.arraycopy(new byte[] {8, 0, 8, 0, 'U', 'N', 0, 0, -1, -1, -1, 0x7f}, 0, header, 132, 12);
        UnusableInputException reason = assertThrows(UnusableInputException.class, () -> read(header, true));
        assertTrue(reason.getMessage().contains("cut off"), reason.getMessage());
    }

    @Test
    void nestingIsLimited() {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[128]);
        bomb.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 5000; i++) {
            bomb.writeBytes(new byte[] {8, 0, 0x10, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1});
            bomb.writeBytes(new byte[] {-2, -1, 0, (byte) 0xe0, -1, -1, -1, -1});
        }
        UnusableInputException reason = assertThrows(UnusableInputException.class, () -> read(bomb.toByteArray(), true));
        assertEquals("sample nests sequences more than 32 deep", reason.getMessage());
    }

    @Test
    void textIsNoDicom() {
        NotDicomException reason = assertThrows(NotDicomException.class,
                () -> read("no image at all".repeat(100).getBytes(StandardCharsets.US_ASCII), true));
        assertEquals("sample is not a DICOM file", reason.getMessage());
    }

    @Test
    void valueTooLongForItsHeaderIsWrittenAsUnknown() throws Exception {
        DicomObject object = sample().text(0x00104000, "LT", "x".repeat(70_000));
        assertEquals(70_000, read(write(object), true).element(0x00104000).orElseThrow().bytes().length);
    }

    /** In big endian, pixels of 32 bits are words of four bytes, however they are read. */
    @ParameterizedTest
    @CsvSource({"16, 2, 1, 4, 3, 6, 5, 8, 7", "32, 4, 3, 2, 1, 8, 7, 6, 5"})
    void bigEndianPixels(int bitsAllocated, byte a, byte b, byte c, byte d, byte e, byte f, byte g, byte h) throws Exception {
        byte[] expected = {a, b, c, d, e, f, g, h};
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[128]);
        file.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[] {2, 0, 0x10, 0, 'U', 'I', 20, 0});
        file.writeBytes((TransferSyntax.EXPLICIT_BIG_ENDIAN + "\0").getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(new byte[] {0, 0x28, 1, 0, 'U', 'S', 0, 2, 0, (byte) bitsAllocated});
        file.writeBytes(new byte[] {0x7f, (byte) 0xe0, 0, 0x10, 'O', 'W', 0, 0, 0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8});
        assertArrayEquals(expected, read(file.toByteArray(), true).element(Tag.PixelData).orElseThrow().bytes());
        Path onDisk = Files.write(folder.resolve("file"), file.toByteArray());
        try (PixelData pixels = codec.open(onDisk).pixelData().orElseThrow()) {
            assertArrayEquals(expected, pixels.read(0, 0, expected.length));
        }
    }

    @Test
    void compressedPixelsAreNotWritten() {
        DicomObject object = sample().put(DicomElement.encapsulated(Tag.PixelData, List.of(new byte[0])));
        assertThrows(IllegalArgumentException.class, () -> write(object));
    }

    private static DicomObject sample() {
        return new DicomObject()
                .text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192")
                .text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.4")
                .text(Tag.SOPInstanceUID, "UI", "1.2.3.4")
                .sequence(REFERENCED_STUDY_SEQUENCE, new DicomObject(), new DicomObject().sequence(REFERENCED_STUDY_SEQUENCE,
                        new DicomObject().text(0x00081155, "UI", "1.2.3")))
                .text(Tag.PatientName, "PN", "Grün^Ärger")
                .text(PRIVATE_CREATOR, "LO", "SPINE TEST")
                .put(DicomElement.of(PRIVATE_VALUE, "UN", new byte[] {1, 2, 3, 4}))
                .decimals(Tag.RepetitionTime, 3000.25)
                .unsignedShorts(Tag.Rows, 2)
                .put(DicomElement.of(Tag.PixelData, "OW", new byte[] {1, 0, 2, 0, 3, 0, 4, 0}));
    }

    private byte[] write(DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        codec.write(object, out);
        return out.toByteArray();
    }

    private DicomObject read(byte[] file, boolean withPixels) throws IOException, UnusableInputException {
        return codec.read(new ByteArrayInputStream(file), "sample", withPixels);
    }
}
