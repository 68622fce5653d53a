package spine.tck.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.NotDicomException;
import spine.dicom.PixelData;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.NativeDicomCodec;

/** The contract of {@link DicomCodec}; to be extended beside the codec as {@link spine.tck.ScoringIndexContract} is beside an index. */
public abstract class DicomCodecContract extends ToughInputContract {
    private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";

    @ParameterizedTest
    @EnumSource
    final void everyRepresentationIsReadWithAllLengths(Encoding encoding) throws Exception {
        for (boolean undefinedLengths : new boolean[] {false, true}) {
            DicomObject read = read(RawFile.of(encoding, SampleDataSet.image(), undefinedLengths), true);
            DataSetComparison.assertSame(SampleDataSet.image(), read, encoding.name());
            assertEquals(encoding.uid(), read.text(Tag.TransferSyntaxUID));
        }
    }

    @ParameterizedTest
    @EnumSource
    final void nativePixelsAreReadWhenTheyAreWanted(Encoding encoding) throws Exception {
        Path file = Files.write(folder.resolve("image"), RawFile.of(encoding, SampleDataSet.image(), true));
        try (DicomFile opened = codec().open(file)) {
            assertEquals(file.toString(), opened.name());
            DataSetComparison.assertSame(SampleDataSet.header(), opened.header(), encoding.name());
            PixelData pixels = opened.pixelData().orElseThrow();
            byte[] expected = SampleDataSet.pixels();
            assertFalse(pixels.isEncapsulated());
            assertEquals(1, pixels.fragments());
            assertEquals(expected.length, pixels.length(0));
            for (int from = 0; from < expected.length; from++) {
                int length = Math.min(5, expected.length - from);
                assertArrayEquals(Arrays.copyOfRange(expected, from, from + length), pixels.read(0, from, length), "from " + from);
            }
        }
    }

    /** Also where they are said to be words of 16 bits, as OW. */
    @Test
    final void pixelsOf32BitsAreWordsOfTheirOwn() throws Exception {
        DicomObject header = SampleDataSet.header().unsignedShorts(Tag.BitsAllocated, 32);
        byte[] bigEndian = {0, 0, 1, 2, -1, 0, 3, 4};
        byte[] elements = new RawElements(Encoding.BIG_ENDIAN, true).add(header).header(Tag.PixelData, "OW", bigEndian.length)
                .raw(bigEndian).toByteArray();
        byte[] file = RawFile.of(TransferSyntax.EXPLICIT_BIG_ENDIAN, elements);
        byte[] expected = {2, 1, 0, 0, 4, 3, 0, -1};
        assertArrayEquals(expected, read(file, true).element(Tag.PixelData).orElseThrow().bytes());
        try (DicomFile opened = codec().open(Files.write(folder.resolve("image"), file))) {
            assertArrayEquals(expected, opened.pixelData().orElseThrow().read(0, 0, expected.length));
        }
    }

    @Test
    final void fragmentsAreReadWhenTheyAreWanted() throws Exception {
        List<byte[]> fragments = List.of(new byte[] {0, 0, 0, 0, 12, 0, 0, 0}, new byte[] {1, 2, 3, 4}, new byte[0], new byte[] {5, 6});
        DicomObject image = SampleDataSet.header().put(DicomElement.encapsulated(Tag.PixelData, fragments));
        byte[] bytes = RawFile.of(JPEG_LOSSLESS, new RawElements(Encoding.EXPLICIT, true).add(image).toByteArray());
        DataSetComparison.assertSame(image, read(bytes, true), "encapsulated");
        DataSetComparison.assertSame(SampleDataSet.header(), read(bytes, false), "header");
        try (DicomFile opened = codec().open(Files.write(folder.resolve("image"), bytes))) {
            PixelData pixels = opened.pixelData().orElseThrow();
            assertTrue(pixels.isEncapsulated());
            assertEquals(3, pixels.fragments());
            assertArrayEquals(new long[] {0, 12}, pixels.offsetTable());
            for (int i = 0; i < 3; i++) {
                assertEquals(fragments.get(i + 1).length, pixels.length(i));
                assertArrayEquals(fragments.get(i + 1), pixels.read(i, 0, (int) pixels.length(i)));
            }
            assertArrayEquals(new byte[] {3}, pixels.read(0, 2, 1));
        }
    }

    @Test
    final void aFileWithoutPixelsHasNone() throws Exception {
        byte[] report = RawFile.of(Encoding.EXPLICIT, SampleDataSet.header(), true);
        try (DicomFile opened = codec().open(Files.write(folder.resolve("report"), report))) {
            assertEquals(Optional.empty(), opened.pixelData());
        }
    }

    @Test
    final void readingStopsBeforeThePixels() throws Exception {
        byte[] file = RawFile.of(Encoding.EXPLICIT, SampleDataSet.image(), false);
        DataSetComparison.assertSame(SampleDataSet.header(), read(file, false), "whole");
        byte[] cut = Arrays.copyOf(file, file.length - SampleDataSet.pixels().length);
        DataSetComparison.assertSame(SampleDataSet.header(), read(cut, false), "cut");
    }

    @Test
    final void preambleAndFileMetaInformationMayBeMissing() throws Exception {
        for (Encoding encoding : List.of(Encoding.IMPLICIT, Encoding.EXPLICIT, Encoding.BIG_ENDIAN)) {
            byte[] dataSet = new RawElements(encoding, true).add(SampleDataSet.withoutGroup4()).toByteArray();
            DataSetComparison.assertSame(SampleDataSet.withoutGroup4(), read(dataSet, true), encoding + " alone");
        }
        byte[] whole = RawFile.of(Encoding.EXPLICIT, SampleDataSet.image(), true);
        DataSetComparison.assertSame(SampleDataSet.image(), read(Arrays.copyOfRange(whole, 132, whole.length), true), "no preamble");
        byte[] meta = RawFile.meta(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
        byte[] elements = new RawElements(Encoding.EXPLICIT, true).add(SampleDataSet.image()).toByteArray();
        byte[] noLength = ByteBuffer.allocate(132 + meta.length + elements.length).put(whole, 0, 132).put(meta).put(elements).array();
        DataSetComparison.assertSame(SampleDataSet.image(), read(noLength, true), "no group length");
    }

    @Test
    final void textIsUnicodeWhateverTheCharacterSet() throws Exception {
        text("ISO_IR 100", "Gr\u00fcn^\u00c4rger", "ISO-8859-1");
        text("ISO_IR 126", "\u0394\u03b9\u03bf\u03bd\u03c5\u03c3\u03b9\u03bf\u03c2", "ISO-8859-7");
        text("ISO_IR 144", "\u041b\u044e\u043a", "ISO-8859-5");
        text("ISO_IR 13", "\uff94\uff8f\uff80\uff9e^\uff80\uff9b\uff73", "JIS_X0201");
        text("GB18030", "Wang^XiaoDong=\u738b^\u5c0f\u4e1c", "GB18030");
        text("ISO_IR 192", "Hong^Gildong=\u6d2a^\u5409\u6d1e", "UTF-8");
        text("\\ISO 2022 IR 87", "Yamada=\u5c71\u7530^\u592a\u90ce", "ISO-2022-JP");
        // Archives name sets that the text is not in.
        text("", "Gr\u00fcn", "UTF-8");
        text("UTF-8", "Gr\u00fcn", "UTF-8");
        text("GB18030\\ISO_IR 192", "\u738b", "UTF-8");
    }

    /** The same bytes mean another name inside and outside of an item that has a character set of its own. */
    @Test
    final void anItemMayHaveItsOwnCharacterSet() throws Exception {
        byte[] bytes = {(byte) 0xe4, (byte) 0xe4};
        DicomElement name = DicomElement.of(Tag.PatientName, "PN", bytes);
        DicomObject item = new DicomObject().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 126").put(name);
        DicomObject object = SampleDataSet.header().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 144").put(name)
                .sequence(SampleDataSet.CODES, item, new DicomObject().put(name))
                .text(Tag.StudyDescription, "LO", "").text(0x00080081, "ST", "");
        DicomObject read = read(RawFile.of(Encoding.EXPLICIT, object, true), true);
        assertEquals("\u0444\u0444", read.text(Tag.PatientName));
        assertEquals("\u03b4\u03b4", read.items(SampleDataSet.CODES).get(0).text(Tag.PatientName));
        assertEquals("\u0444\u0444", read.items(SampleDataSet.CODES).get(1).text(Tag.PatientName));
        assertEquals("ISO_IR 192", read.items(SampleDataSet.CODES).get(0).text(Tag.SpecificCharacterSet));
    }

    @Test
    final void privateElementsAreKept() throws Exception {
        DicomObject item = new DicomObject().text(0x00110010, "LO", "ANOTHER").text(SampleDataSet.PRIVATE_VALUE, "LO", "x ");
        DicomObject object = SampleDataSet.withPrivateValue().put(DicomElement.of(0x00111002, "DS", new byte[] {'1', '.'}))
                .put(DicomElement.sequence(0x00111003, List.of(item)));
        DicomObject read = read(RawFile.of(Encoding.EXPLICIT, object, false), true);
        DataSetComparison.assertSame(object, read, "explicit");
        DataSetComparison.assertSame(object, read(write(read), true), "written again");
        DicomObject unknown = read(RawFile.of(Encoding.IMPLICIT, SampleDataSet.withPrivateValue(), false), true);
        DataSetComparison.assertSame(SampleDataSet.withPrivateValue(), unknown, "implicit");
    }

    /** PS3.5 6.2.2: little endian with implicit representations inside. */
    @Test
    final void anUnknownElementMayBeASequence() throws Exception {
        DicomObject inner = new DicomObject().text(Tag.Modality, "CS", "MR");
        byte[] items = new RawElements(Encoding.IMPLICIT, false).item(10).add(inner).toByteArray();
        byte[] elements = new RawElements(Encoding.EXPLICIT, false).header(SampleDataSet.PRIVATE_VALUE, "UN", items.length).raw(items)
                .header(0x00111002, "UN", RawElements.UNDEFINED).raw(items).endOfSequence().toByteArray();
        byte[] all = ByteBuffer.allocate(16 + elements.length).put(new RawElements(Encoding.EXPLICIT, false)
                .add(new DicomObject().text(Tag.SOPInstanceUID, "UI", "1.2.3.4")).toByteArray()).put(elements).array();
        DicomObject read = read(RawFile.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, all), true);
        DataSetComparison.assertSame(inner, read.items(SampleDataSet.PRIVATE_VALUE).get(0), "defined length");
        DataSetComparison.assertSame(inner, read.items(0x00111002).get(0), "undefined length");
    }

    @Test
    final void whatIsWrittenIsReadAgainByAll() throws Exception {
        byte[] written = write(SampleDataSet.image());
        DataSetComparison.assertSame(SampleDataSet.image(), read(written, true), "read again");
        DicomObject bySpine = new NativeDicomCodec().read(new ByteArrayInputStream(written), "x", true);
        DataSetComparison.assertSame(SampleDataSet.image(), bySpine, "by spine");
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        new NativeDicomCodec().write(SampleDataSet.image(), other);
        DataSetComparison.assertSame(SampleDataSet.image(), read(other.toByteArray(), true), "what spine writes");
        assertEquals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, read(written, true).text(Tag.TransferSyntaxUID));
        assertEquals("1.2.3.4", read(written, true).text(0x00020003));
    }

    @Test
    final void theSameObjectGivesTheSameBytes() throws Exception {
        byte[] once = write(SampleDataSet.image());
        assertArrayEquals(once, write(SampleDataSet.image()));
        assertArrayEquals(once, write(read(once, true)), "file meta information of what was read is made anew");
    }

    @Test
    final void whatCannotBeWrittenIsRefused() throws Exception {
        DicomObject longText = SampleDataSet.header().text(0x00104000, "LT", "x".repeat(70_000));
        assertEquals(70_000, read(write(longText), true).element(0x00104000).orElseThrow().bytes().length);
        assertThrows(IllegalArgumentException.class, () -> write(new DicomObject().text(Tag.SOPClassUID, "UI", "1.2")));
        assertThrows(IllegalArgumentException.class,
                () -> write(SampleDataSet.header().put(DicomElement.encapsulated(Tag.PixelData, List.of(new byte[0])))));
    }

    /** Whoever looks through folders passes over what is none of DICOM, and tells of what is damaged. */
    @Test
    final void whatIsNoDicomIsToldFromWhatIsDamaged() throws Exception {
        for (String words : List.of("no image at all", "<html>".repeat(99), "x")) {
            NotDicomException foreign = assertThrows(NotDicomException.class, () -> read(words.getBytes(StandardCharsets.US_ASCII), true));
            assertTrue(foreign.getMessage().endsWith(" is not a DICOM file"), foreign.getMessage());
        }
        byte[] whole = write(SampleDataSet.image());
        UnusableInputException damaged = assertThrows(UnusableInputException.class, () -> read(Arrays.copyOf(whole, 200), true));
        assertFalse(damaged instanceof NotDicomException, damaged.getMessage());
    }

    private void text(String terms, String name, String charset) throws Exception {
        byte[] raw = name.getBytes(Charset.forName(charset));
        DicomObject object = SampleDataSet.header().text(Tag.SpecificCharacterSet, "CS", terms).text(Tag.StudyDescription, "LO", "")
                .text(0x00080081, "ST", "").put(DicomElement.of(Tag.PatientName, "PN", Arrays.copyOf(raw, raw.length + raw.length % 2)));
        DicomObject read = read(RawFile.of(Encoding.EXPLICIT, object, true), true);
        assertEquals(name, read.text(Tag.PatientName).replace("\0", ""), terms);
        assertEquals("ISO_IR 192", read.text(Tag.SpecificCharacterSet), terms);
    }
}
