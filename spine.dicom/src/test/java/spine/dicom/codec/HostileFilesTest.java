package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.pixel.DicomImage;

/** Files made to exhaust a reader: each is read or refused within a second of one processor and within 256 MB. */
class HostileFilesTest {
    private static final double SECONDS = 1;
    private static final long BYTES = 256L << 20;
    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final DecodedImages IMAGES = new DecodedImages(new NativeDicomCodec());
    @TempDir
    private Path folder;
    @TempDir
    private static Path warm;

    /** Classes are loaded once for all. */
    @BeforeAll
    static void loadClasses() throws IOException {
        Path file = new EncapsulatedFile(EncapsulatedFile.header(8, 8, 16, 16), JPEG + "90").fragment(jpeg2000(8, 8, 8, 8, 1, 0x55))
                .write(warm.resolve("x"));
        try (DicomImage image = IMAGES.open(file)) {
            image.grey(0);
        } catch (UnusableInputException ofNoInterest) {
            assertTrue(ofNoInterest.getMessage().contains("JPEG 2000"), ofNoInterest.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "51", "57", "70", "80", "81", "90", "91"})
    void aKilobyteThatClaimsToBeHuge(String syntax) throws Exception {
        for (int size : new int[] {65535, 4096, 2048}) {
            byte[] stream = switch (syntax) {
                case "80", "81" -> jpegLs(size);
                case "90", "91" -> jpeg2000(size, size, size, size, 1, 0xff);
                default -> jpeg(size, syntax);
            };
            bounded(new EncapsulatedFile(EncapsulatedFile.header(size, size, 16, 12), JPEG + syntax).fragment(stream)
                    .write(folder.resolve("x")));
        }
    }

    @Test
    void runLengthsAndNativePixelsThatClaimToBeHuge() throws Exception {
        byte[] rle = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN).putInt(2).putInt(64).putInt(64).array();
        for (int size : new int[] {65535, 4096}) {
            bounded(new EncapsulatedFile(EncapsulatedFile.header(size, size, 16, 16), "1.2.840.10008.1.2.5").fragment(rle)
                    .write(folder.resolve("x")));
        }
        ByteArrayOutputStream file = plain(EncapsulatedFile.header(4096, 4096, 16, 16).integers(Tag.NumberOfFrames, Integer.MAX_VALUE));
        file.writeBytes(element(0x7fe0, 0x10, "OW", 0xfffffffeL));
        bounded(Files.write(folder.resolve("y"), file.toByteArray()));
    }

    @Test
    void tilesPrecinctsAndLayersWithoutNumber() throws Exception {
        for (byte[] stream : new byte[][] {jpeg2000(2048, 2048, 1, 1, 1, 0xff), jpeg2000(2048, 2048, 2048, 2048, 65535, 0xff),
                jpeg2000(2048, 2048, 2048, 2048, 1, 0), jpeg2000(2048, 2048, 64, 64, 65535, 0x11)}) {
            bounded(new EncapsulatedFile(EncapsulatedFile.header(2048, 2048, 16, 12), JPEG + "90").fragment(stream)
                    .write(folder.resolve("x")));
        }
    }

    /** Found by {@code .ci/fuzz}: the decoder counted ones for ever. */
    @Test
    void packetHeadersOfOnes() throws Exception {
        byte[] ones = jpeg2000(16, 16, 16, 16, 1, 0xff);
        int data = 0;
        while (ones[data] != (byte) 0xff || ones[data + 1] != (byte) 0x93) {
            data++;
        }
        byte[] end = ones.clone();
        Arrays.fill(ones, data + 2, data + 40, (byte) 0xff);
        // The same to the last byte, and with a stuffed zero now and then.
        for (int i = data + 2; i < 1022; i++) {
            end[i] = (byte) (i % 2 == 0 ? 0xff : 0x7f);
        }
        byte[] packed = ones.clone();
        packed[data - 11] = 0x60;
        for (byte[] stream : new byte[][] {ones, end, packed}) {
            bounded(new EncapsulatedFile(EncapsulatedFile.header(16, 16, 16, 12), JPEG + "90").fragment(stream).write(folder.resolve("x")));
        }
    }

    /** Found by {@code .ci/fuzz}: the decoder gave up with errors, which are no exceptions, at wavelets and capabilities it does not know. */
    @Test
    void codestreamsOfAnUnknownKind() throws Exception {
        for (int place : new int[] {58, 6}) {
            byte[] stream = jpeg2000(16, 16, 16, 16, 1, 0xff);
            stream[place] = 0x7f;
            bounded(new EncapsulatedFile(EncapsulatedFile.header(16, 16, 16, 12), JPEG + "90").fragment(stream).write(folder.resolve("x")));
        }
    }

    @Test
    void fragmentsWithoutNumber() throws Exception {
        EncapsulatedFile file = new EncapsulatedFile(EncapsulatedFile.header(4, 4, 8, 8).integers(Tag.NumberOfFrames, 1000), JPEG + "70");
        for (int i = 0; i < 1_500_000; i++) {
            file.fragment();
        }
        bounded(file.write(folder.resolve("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UN", "OB", "UT", "SQ", "LO"})
    void valuesOfFourGigabytes(String vr) throws Exception {
        ByteArrayOutputStream file = plain(EncapsulatedFile.header(4, 4, 8, 8));
        file.writeBytes(element(0x4001, 0x10, vr, 0xfffffffeL));
        file.writeBytes(new byte[1024]);
        bounded(Files.write(folder.resolve("x"), file.toByteArray()));
    }

    /** Nested by defined lengths, so that a reader that copies each level has a copy for each. */
    @ParameterizedTest
    @ValueSource(strings = {"UN", "SQ"})
    void sequencesInSequences(String vr) throws Exception {
        byte[] inner = new byte[2 << 20];
        for (int depth = 0; depth < 200; depth++) {
            ByteArrayOutputStream outer = new ByteArrayOutputStream();
            outer.writeBytes(element(0x40, 0xa730, vr, inner.length + 8));
            outer.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt(0xe000fffe).putInt(inner.length).array());
            outer.writeBytes(inner);
            inner = outer.toByteArray();
        }
        ByteArrayOutputStream file = plain(EncapsulatedFile.header(4, 4, 8, 8));
        file.writeBytes(inner);
        bounded(Files.write(folder.resolve("x"), file.toByteArray()));
    }

    @Test
    void itemsWithoutNumber() throws Exception {
        ByteArrayOutputStream file = plain(EncapsulatedFile.header(4, 4, 8, 8));
        file.writeBytes(element(0x40, 0xa730, "SQ", 0xffffffffL));
        byte[] items = new byte[8 << 20];
        ByteBuffer buffer = ByteBuffer.wrap(items).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            buffer.putInt(0xe000fffe).putInt(0);
        }
        file.writeBytes(items);
        bounded(Files.write(folder.resolve("x"), file.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "items", "pixels", "frames"})
    void deflatedGigabytes(String kind) throws Exception {
        DicomObject header = EncapsulatedFile.header(64, 64, 8, 8);
        if (kind.equals("frames")) {
            header.integers(Tag.NumberOfFrames, 200_000);
        }
        Path path = folder.resolve("x");
        try (OutputStream out = Files.newOutputStream(path)) {
            byte[] start = plain(header).toByteArray();
            int metaEnd = 132 + 12 + ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(132 + 8);
            out.write(start, 0, 132);
            byte[] syntax = "1.2.840.10008.1.2.1.99".getBytes(StandardCharsets.US_ASCII);
            out.write(element(2, 0x10, "UI", syntax.length));
            out.write(syntax);
            out.write(deflated(Arrays.copyOfRange(start, metaEnd, start.length)));
            out.write(deflated(switch (kind) {
                case "value" -> element(0x4001, 0x10, "OB", 1 << 30);
                case "items" -> element(0x40, 0xa730, "SQ", 0xffffffffL);
                default -> element(0x7fe0, 0x10, "OB", 1 << 30);
            }));
            byte[] block = new byte[1 << 20];
            ByteBuffer items = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
            while (kind.equals("items") && items.hasRemaining()) {
                items.putInt(0xe000fffe).putInt(0);
            }
            byte[] megabyte = deflated(block);
            for (int i = 0; i < 1 << 10; i++) {
                out.write(megabyte);
            }
        }
        bounded(path);
    }

    /** A piece of a deflated stream that refers to nothing before it. */
    private static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        byte[] piece = new byte[content.length + 100];
        int length = deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(piece, length);
    }

    private static void bounded(Path file) throws IOException {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long time = THREADS.getCurrentThreadCpuTime();
        String end = "read";
        try (DicomImage image = IMAGES.open(file)) {
            image.grey(image.frames() - 1);
        } catch (UnusableInputException reason) {
            end = reason.getMessage();
            assertTrue(end.startsWith(file.toString()), end);
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - time) / 1e9;
        long allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
        assertTrue(seconds <= SECONDS, seconds + " s: " + end);
        assertTrue(allocated <= BYTES, (allocated >> 20) + " MB: " + end);
    }

    private static ByteArrayOutputStream plain(DicomObject header) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new NativeDicomCodec().write(header, file);
        return file;
    }

    private static byte[] element(int group, int element, String vr, long length) {
        ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putShort((short) group).putShort((short) element)
                .put(vr.getBytes(StandardCharsets.US_ASCII));
        boolean isShort = vr.equals("LO") || vr.equals("UI");
        return isShort ? Arrays.copyOf(header.putShort((short) length).array(), 8)
                : header.putShort((short) 0).putInt((int) length).array();
    }

    private static byte[] jpeg(int size, String syntax) {
        int frame = syntax.equals("50") ? 0xc0 : syntax.equals("51") ? 0xc1 : 0xc3;
        int precision = frame == 0xc0 ? 8 : 12;
        ByteBuffer stream = ByteBuffer.allocate(1024).putShort((short) 0xffd8);
        stream.putShort((short) 0xffdb).putShort((short) 67).put((byte) 0).position(stream.position() + 64);
        // One code of one bit for "no difference", in both tables.
        for (int table : new int[] {0, 0x10}) {
            stream.putShort((short) 0xffc4).putShort((short) 20).put((byte) table).put((byte) 1).position(stream.position() + 16);
        }
        stream.putShort((short) (0xff00 | frame)).putShort((short) 11).put((byte) precision).putShort((short) size).putShort((short) size)
                .put(new byte[] {1, 1, 0x11, 0});
        stream.putShort((short) 0xffda).putShort((short) 8).put(new byte[] {1, 1, 0, 1, 0, 0});
        return stream.array();
    }

    private static byte[] jpegLs(int size) {
        ByteBuffer stream = ByteBuffer.allocate(1024).putShort((short) 0xffd8);
        stream.putShort((short) 0xfff7).putShort((short) 11).put((byte) 12).putShort((short) size).putShort((short) size)
                .put(new byte[] {1, 1, 0x11, 0});
        stream.putShort((short) 0xffda).putShort((short) 8).put(new byte[] {1, 1, 0, 0, 0, 0});
        while (stream.hasRemaining()) {
            // Runs: ones, with the stuffed zero.
            stream.put((byte) (stream.position() % 2 == 0 ? 0xff : 0x7f));
        }
        return stream.array();
    }

    /** @param precinct exponents of the size of all precincts, 0xff for none */
    private static byte[] jpeg2000(int rows, int columns, int tileRows, int tileColumns, int layers, int precinct) {
        ByteBuffer stream = ByteBuffer.allocate(1024).putShort((short) 0xff4f);
        stream.putShort((short) 0xff51).putShort((short) 41).putShort((short) 0).putInt(columns).putInt(rows).putInt(0).putInt(0)
                .putInt(tileColumns).putInt(tileRows).putInt(0).putInt(0).putShort((short) 1).put(new byte[] {11, 1, 1});
        stream.putShort((short) 0xff52).putShort((short) 18).put((byte) (precinct == 0xff ? 0 : 1)).put((byte) 0).putShort((short) layers)
                .put(new byte[] {0, 5, 4, 4, 0, 1});
        for (int i = 0; i < 6; i++) {
            stream.put((byte) precinct);
        }
        stream.putShort((short) 0xff5c).putShort((short) 19).put((byte) 0x40);
        for (int i = 0; i < 16; i++) {
            stream.put((byte) 0x60);
        }
        int begin = stream.position();
        stream.putShort((short) 0xff90).putShort((short) 10).putShort((short) 0).putInt(1022 - begin).put((byte) 0).put((byte) 1)
                .putShort((short) 0xff93);
        stream.putShort(1022, (short) 0xffd9);
        return stream.array();
    }
}
