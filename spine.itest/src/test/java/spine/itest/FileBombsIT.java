package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.junit.Test;

/**
 * A folder with a study and files beside it that are made to exhaust who reads them: the study is scored, and each of the others is named.
 * {@code LittleMemoryTest} of spine.io.dicom tries many more of them.
 */
public class FileBombsIT {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final int MEGABYTE = 1 << 20;

    @Test
    public void theStudyBesideThemIsScored() throws Exception {
        Path work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "bombs");
        Path studies = work.resolve("studies");
        Product product = new Product(work.resolve("home"));
        Product.Outcome made = product.run("--quiet", "phantom", "--out", studies.toString(), "--n", "1", "--seed", "41");
        assertEquals(made.said(), 0, made.exitCode());
        deflatedPixels(studies.resolve("pixels.dcm"));
        nested(studies.resolve("nested.dcm"));
        tinyElements(studies.resolve("tiny.dcm"));
        Process process = product.start("score", studies.toString(), "--out", work.resolve("out").toString());
        process.waitFor();
        Product.Outcome scored = product.outcome(process);
        assertTrue(scored.said(), scored.said().contains("sparcc: total23 "));
        String said = scored.said() + product.log(process);
        assertTrue(said, said.contains(studies.resolve("nested.dcm") + " nests sequences more than 32 deep"));
        assertTrue(said, said.contains(studies.resolve("tiny.dcm") + " has more than 600000 elements; no more are read"));
        assertFalse(said, said.contains("OutOfMemory") || said.contains("StackOverflow") || said.contains("filter status"));
    }

    /** 22000 x 22000 pixels in 1 MB. */
    private static void deflatedPixels(Path file) throws IOException {
        try (OutputStream plain = Files.newOutputStream(file)) {
            plain.write(meta(DEFLATED));
            try (OutputStream out = new DeflaterOutputStream(plain, new Deflater(Deflater.BEST_SPEED, true))) {
                out.write(image(22_000));
                out.write(element(0x7fe0, 0x10, "OW", 968_000_000));
                byte[] zeros = new byte[MEGABYTE];
                for (int i = 0; i < 924; i++) {
                    out.write(zeros);
                }
            }
        }
    }

    /** 60 levels of sequences around 0.4 MB. */
    private static void nested(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(meta(EXPLICIT));
            out.write(image(64));
            for (int level = 59; level >= 0; level--) {
                int inner = 400_000 + 20 * level;
                out.write(element(0x40, 0xa730, "SQ", inner + 8));
                out.write(little(8).putInt(0xe000fffe).putInt(inner).array());
            }
            out.write(new byte[400_000]);
        }
    }

    /** 92 MB of elements without a value. */
    private static void tinyElements(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(meta(EXPLICIT));
            out.write(image(64));
            for (int group = 0; group < 352; group++) {
                ByteBuffer elements = little(1 << 18);
                for (int i = 0; i < 1 << 15; i++) {
                    elements.put(element(0x4003 + 2 * group, 0x8000 | i, "US", 0));
                }
                out.write(elements.array());
            }
        }
    }

    private static byte[] meta(String syntax) {
        byte[] uid = Arrays.copyOf(syntax.getBytes(StandardCharsets.US_ASCII), syntax.length() + syntax.length() % 2);
        return little(132 + 8 + uid.length).position(128).put("DICM".getBytes(StandardCharsets.US_ASCII))
                .put(element(2, 0x10, "UI", uid.length)).put(uid).array();
    }

    /** Header of an MR image of a study of its own. */
    private static byte[] image(int size) {
        ByteBuffer header = little(400);
        text(header, 0x08, 0x16, "UI", "1.2.840.10008.5.1.4.1.1.4\0");
        text(header, 0x08, 0x18, "UI", "1.2.826.0.1.3680043.66." + size + ".1.1" + "\0".repeat(Integer.toString(size).length() % 2));
        text(header, 0x08, 0x60, "CS", "MR");
        text(header, 0x20, 0x0d, "UI", "1.2.826.0.1.3680043.66." + size + "\0".repeat(1 - Integer.toString(size).length() % 2));
        text(header, 0x20, 0x0e, "UI", "1.2.826.0.1.3680043.66." + size + ".1" + "\0".repeat(1 - Integer.toString(size).length() % 2));
        for (int[] number : new int[][] {{0x02, 1}, {0x10, size}, {0x11, size}, {0x100, 16}, {0x101, 16}, {0x102, 15}, {0x103, 0}}) {
            header.put(element(0x28, number[0], "US", 2)).putShort((short) number[1]);
        }
        return Arrays.copyOf(header.array(), header.position());
    }

    private static void text(ByteBuffer to, int group, int element, String vr, String value) {
        to.put(element(group, element, vr, value.length())).put(value.getBytes(StandardCharsets.US_ASCII));
    }

    /** The header of an element, in the long form where its representation has it. */
    private static byte[] element(int group, int element, String vr, int length) {
        boolean isLong = vr.equals("SQ") || vr.equals("OW");
        ByteBuffer header = little(isLong ? 12 : 8).putShort((short) group).putShort((short) element)
                .put(vr.getBytes(StandardCharsets.US_ASCII));
        return (isLong ? header.putShort((short) 0).putInt(length) : header.putShort((short) length)).array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
