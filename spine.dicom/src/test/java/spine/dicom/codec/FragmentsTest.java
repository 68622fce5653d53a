package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImage;

/** Which fragments make up a frame, and what may be wrong with them. */
class FragmentsTest {
    private static final String RLE = "1.2.840.10008.1.2.5";

    private final DecodedImages images = new DecodedImages(new NativeDicomCodec());
    @TempDir
    private Path folder;

    @Test
    void aFrameOfSeveralFragments() throws Exception {
        byte[] frame = rle(1, 2, 3, 4);
        Path file = new EncapsulatedFile(EncapsulatedFile.header(2, 2, 8, 8), RLE)
                .fragment(Arrays.copyOf(frame, 31)).fragment(Arrays.copyOfRange(frame, 31, 66)).fragment()
                .fragment(Arrays.copyOfRange(frame, 66, frame.length)).write(folder.resolve("x"));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, cells(file, 0));
    }

    @Test
    void theBasicOffsetTableTellsFramesApart() throws Exception {
        byte[] first = rle(1, 2, 3, 4);
        byte[] second = rle(5, 6, 7, 8);
        EncapsulatedFile file = new EncapsulatedFile(frames(2), RLE, 0, 2 * 8 + first.length);
        Path path = file.fragment(Arrays.copyOf(first, 40)).fragment(Arrays.copyOfRange(first, 40, first.length)).fragment(second)
                .write(folder.resolve("x"));
        assertArrayEquals(new byte[] {5, 6, 7, 8}, cells(path, 1));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, cells(path, 0));
    }

    @Test
    void theExtendedOffsetTableComesFirst() throws Exception {
        byte[] first = rle(1, 2, 3, 4);
        byte[] second = rle(5, 6, 7, 8);
        DicomObject header = frames(2).put(longs(0x7fe00001, 0, 2 * 8 + first.length)).put(longs(0x7fe00002, first.length, second.length));
        Path path = new EncapsulatedFile(header, RLE).fragment(Arrays.copyOf(first, 40))
                .fragment(Arrays.copyOfRange(first, 40, first.length)).fragment(second).write(folder.resolve("x"));
        assertArrayEquals(new byte[] {5, 6, 7, 8}, cells(path, 1));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, cells(path, 0));
    }

    /** A fragment for each frame needs no table, so a wrong one does no harm. */
    @Test
    void offsetsThatGoBackAreNotFollowed() throws Exception {
        byte[] first = rle(1, 2, 3, 4);
        Path path = new EncapsulatedFile(frames(2), RLE, 0, 0).fragment(first).fragment(rle(5, 6, 7, 8)).write(folder.resolve("x"));
        assertArrayEquals(new byte[] {5, 6, 7, 8}, cells(path, 1));
        Path unclear = new EncapsulatedFile(frames(2), RLE, 0, 0).fragment(first).fragment(first).fragment(first)
                .write(folder.resolve("y"));
        assertEquals(unclear + " has 3 fragments of pixels for 2 frames, and no offset table that says which belong together",
                refusal(unclear));
    }

    @Test
    void oddFragmentsAndPaddingAreRead() throws Exception {
        byte[] padded = Arrays.copyOf(rle(1, 2, 3, 4), 64 + 5 + 6);
        Path file = new EncapsulatedFile(EncapsulatedFile.header(2, 2, 8, 8), RLE).fragment(padded).write(folder.resolve("x"));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, cells(file, 0));
    }

    @Test
    void missingFragmentsAreNamed() throws Exception {
        Path none = new EncapsulatedFile(EncapsulatedFile.header(2, 2, 8, 8), RLE).write(folder.resolve("x"));
        assertEquals(none + " has 0 fragments of pixels for 1 frames, and no offset table that says which belong together", refusal(none));
        Path cut = new EncapsulatedFile(EncapsulatedFile.header(2, 2, 8, 8), RLE).announced(100, rle(1, 2, 3, 4))
                .write(folder.resolve("y"));
        assertEquals(cut + " is cut off: its pixels end after 77 of 100 bytes", refusal(cut));
        Path huge = new EncapsulatedFile(EncapsulatedFile.header(2, 2, 8, 8), RLE).announced(0xffffffffL, rle(1, 2, 3, 4))
                .write(folder.resolve("z"));
        assertEquals(huge + " is damaged: it announces 4294967295 encoded bytes for a frame of 4", refusal(huge));
    }

    /** One segment: a literal run of the four cells. */
    private static byte[] rle(int... cells) {
        ByteBuffer frame = ByteBuffer.allocate(64 + 1 + cells.length).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(64);
        frame.position(64).put((byte) (cells.length - 1));
        Arrays.stream(cells).forEach(cell -> frame.put((byte) cell));
        return frame.array();
    }

    private static DicomObject frames(int count) {
        return EncapsulatedFile.header(2, 2, 8, 8).integers(Tag.NumberOfFrames, count);
    }

    private static DicomElement longs(int tag, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(bytes::putLong);
        return DicomElement.of(tag, "OV", bytes.array());
    }

    private byte[] cells(Path file, int frame) throws UnusableInputException, IOException {
        try (DicomImage image = images.open(file)) {
            return image.cells(frame).cells();
        }
    }

    private String refusal(Path file) {
        return assertThrows(UnusableInputException.class, () -> cells(file, 0)).getMessage();
    }
}
