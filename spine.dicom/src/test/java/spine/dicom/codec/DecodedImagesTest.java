package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.pixel.DicomImage;

/** Which decoder is taken, and what is said where there is none. */
class DecodedImagesTest {
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String HTJ2K = "1.2.840.10008.1.2.4.201";
    private static final FrameDecoder ONES = (encoded, format, name) -> DecodedFrame.of(filled(format.length(), 1));
    private static final FrameDecoder TWOS = (encoded, format, name) -> DecodedFrame.of(filled(format.length(), 2));

    private final DecodedImages images = new DecodedImages(new NativeDicomCodec());
    @TempDir
    private Path folder;

    @Test
    void syntaxesThatNobodyDecodesAreNamed() throws Exception {
        assertEquals(Optional.of("HTJ2K"), images.undecodable(HTJ2K));
        assertEquals(Optional.of("JPEG XL"), images.undecodable("1.2.840.10008.1.2.4.110"));
        assertEquals(Optional.of("MPEG-4"), images.undecodable("1.2.840.10008.1.2.4.102"));
        assertEquals(Optional.of("HEVC"), images.undecodable("1.2.840.10008.1.2.4.107"));
        assertEquals(Optional.of("transfer syntax 1.2.3"), images.undecodable("1.2.3"));
        for (String decoded : new String[] {"", "1.2.840.10008.1.2", "1.2.840.10008.1.2.1.99", RLE, "1.2.840.10008.1.2.4.57"}) {
            assertEquals(Optional.empty(), images.undecodable(decoded));
        }
        Path file = file(HTJ2K);
        assertEquals(file + " is compressed with HTJ2K, which is not decoded",
                assertThrows(UnusableInputException.class, () -> images.open(file)).getMessage());
    }

    @Test
    void theHighestRankingDecodes() throws Exception {
        Path file = file(RLE);
        assertEquals(0, firstCell(images, file));
        images.addDecoder(ONES, Map.of(FrameDecoder.TRANSFER_SYNTAXES, new String[] {RLE}, "service.id", 7L));
        assertEquals(0, firstCell(images, file), "the bundle's own is first among equals");
        images.addDecoder(TWOS, Map.of(FrameDecoder.TRANSFER_SYNTAXES, new String[] {HTJ2K, RLE}, "service.ranking", 1, "service.id", 9L));
        assertEquals(2, firstCell(images, file));
        assertEquals(Optional.empty(), images.undecodable(HTJ2K));
        images.removeDecoder(TWOS);
        assertEquals(0, firstCell(images, file));
        assertEquals(Optional.of("HTJ2K"), images.undecodable(HTJ2K));
    }

    /** A codec that knows nothing of pixels on disk. */
    @Test
    void aCodecThatReadsWholeFilesWillDo() throws Exception {
        DicomCodec whole = new DicomCodec() {
            private final NativeDicomCodec codec = new NativeDicomCodec();

            @Override
            public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
                return codec.read(in, name, withPixels);
            }

            @Override
            public void write(DicomObject object, OutputStream out) throws IOException {
                codec.write(object, out);
            }
        };
        DecodedImages inMemory = new DecodedImages(whole);
        assertEquals(0, firstCell(inMemory, file(RLE)));
        TestImage image = TestImage.of(16, 12, true).withFrames(3);
        image.write(folder.resolve("native"));
        try (DicomImage read = inMemory.open(folder.resolve("native"))) {
            byte[] cells = image.cells();
            assertEquals(Optional.empty(), read.header().element(Tag.PixelData));
            assertArrayEquals(Arrays.copyOfRange(cells, cells.length / 3, cells.length / 3 * 2), read.cells(1).cells());
            assertThrows(IndexOutOfBoundsException.class, () -> read.cells(3));
        }
    }

    private static int firstCell(DecodedImages images, Path file) throws UnusableInputException, IOException {
        try (DicomImage image = images.open(file)) {
            return image.cells(0).cells()[0];
        }
    }

    /** Four cells of 0 as a run. */
    private Path file(String syntax) throws IOException {
        byte[] frame = new byte[66];
        frame[0] = 1;
        frame[4] = 64;
        frame[64] = -3;
        return new EncapsulatedFile(EncapsulatedFile.header(2, 2, 8, 8), syntax).fragment(frame).write(folder.resolve("x"));
    }

    private static byte[] filled(int length, int value) {
        byte[] cells = new byte[length];
        Arrays.fill(cells, (byte) value);
        return cells;
    }
}
