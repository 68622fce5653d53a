package spine.dicom.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import spine.api.UnusableInputException;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Every file of the shared corpus, compared with what pydicom reads from it where pydicom is installed. */
class CorpusTest {
    private static final int REQUESTED_PROCEDURE_CODES = 0x00321064;
    private static final int PADDING = 0xfffcfffc;
    private static final String YAMADA = "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう";

    private final NativeDicomCodec codec = new NativeDicomCodec();

    /** {@code no_meta.dcm} begins with a stray byte, the other two announce more bytes than they have. */
    @Test
    void readsEveryFileOrSaysWhyNot() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        for (Path file : SharedData.files()) {
            try {
                read(file, true);
            } catch (UnusableInputException reason) {
                refused.put(file.getFileName().toString(), reason.getMessage());
            }
        }
        assertEquals("[MR_truncated.dcm, no_meta.dcm, rtplan_truncated.dcm]", refused.keySet().toString(), refused.toString());
    }

    @Test
    void everyEncodingOfAnImageHasTheSameContent() throws Exception {
        Path folder = SharedData.dicom().resolve("pydicom");
        DicomObject plain = read(folder.resolve("MR_small.dcm"), true);
        for (String other : List.of("MR_small_bigendian.dcm", "MR_small_implicit.dcm")) {
            assertSame(plain, read(folder.resolve(other), true), other);
        }
        Path enhanced = SharedData.dicom().resolve("enhanced");
        assertSame(read(enhanced.resolve("emri_small.dcm"), true), read(enhanced.resolve("emri_small_big_endian.dcm"), true),
                "emri_small_big_endian.dcm");
    }

    @Test
    void readsValuesOfDeflatedAndBigEndianFiles() throws Exception {
        Path folder = SharedData.dicom().resolve("pydicom");
        DicomObject deflated = read(folder.resolve("image_dfl.dcm"), true);
        assertEquals(512, deflated.integer(Tag.Rows, 0));
        assertEquals(512 * 512, deflated.element(Tag.PixelData).orElseThrow().bytes().length);
        DicomObject big = read(folder.resolve("ExplVR_BigEnd.dcm"), true);
        assertEquals(60, big.integer(Tag.Rows, 0));
        assertEquals("1.2.840.10008.5.1.4.1.1.6.1", big.text(Tag.SOPClassUID));
    }

    @Test
    void readsNamesInAllCharacterSets() throws Exception {
        Map<String, String> names = new TreeMap<>();
        for (Path file : SharedData.files()) {
            if (file.getParent().endsWith("pydicom-charsets")) {
                DicomObject object = read(file, true);
                DicomObject holder = object.items(REQUESTED_PROCEDURE_CODES).stream().findFirst().orElse(object);
                names.put(file.getFileName().toString().replaceFirst("^chr|\\.dcm$", ""), holder.text(Tag.PatientName));
            }
        }
        Map<String, String> expected = new TreeMap<>(Map.of("Arab.dcm", "قباني^لنزار", "Fren.dcm", "Buc^Jérôme",
                "FrenMulti.dcm", "Buc^Jérôme", "Germ.dcm", "Äneas^Rüdiger", "Greek.dcm", "Διονυσιος", "Hbrw.dcm", "שרון^דבורה",
                "Russ.dcm", "Люкceмбypг", "X1.dcm", "Wang^XiaoDong=王^小東=", "X2.dcm", "Wang^XiaoDong=王^小东="));
        expected.putAll(Map.of("H31.dcm", "Yamada^Tarou=山田^太郎=やまだ^たろう", "H32.dcm", YAMADA, "SQEncoding.dcm", YAMADA,
                "SQEncoding1.dcm", YAMADA, "JapMulti.dcm", "やまだ^たろう", "JapMultiExplicitIR6.dcm", "やまだ^たろう",
                "I2.dcm", "Hong^Gildong=洪^吉洞=홍^길동", "KoreanMulti.dcm", "김희중", "empty_charset_LEI", ""));
        assertEquals(expected, names);
    }

    @Test
    void countsTheElementsPydicomCounts() throws Exception {
        Map<String, Integer> expected = pydicomCounts(SharedData.dicom());
        Map<String, Integer> actual = new TreeMap<>();
        for (Path file : SharedData.files()) {
            try {
                actual.put(SharedData.dicom().relativize(file).toString(), count(read(file, true)));
            } catch (UnusableInputException refused) {
                // Which files these are, and that no other is among them, is the other test's subject.
                continue;
            }
        }
        // pydicom keeps the private sequence as bytes and drops pixel data without a closing delimiter.
        assertEquals(7, actual.remove("pydicom/priv_SQ.dcm"));
        assertEquals(130, actual.remove("enhanced/emri_small_jpeg_2k_lossless_too_short.dcm"));
        expected.keySet().retainAll(actual.keySet());
        assertEquals(asLines(expected), asLines(actual));
    }

    /** Every element that both have is equal; padding at the end of the file and group lengths may be missing. */
    private static void assertSame(DicomObject expected, DicomObject actual, String name) {
        int compared = 0;
        for (DicomElement element : expected.elements()) {
            boolean content = element.tag() >>> 16 != 2 && (element.tag() & 0xffff) != 0 && element.tag() != PADDING;
            if (!content) {
                continue;
            }
            String tag = name + String.format(" %08X", element.tag());
            DicomElement found = actual.element(element.tag()).orElseThrow(() -> new AssertionError(tag));
            assertEquals(element.vr(), found.vr(), tag);
            assertArrayEquals(element.bytes(), found.bytes(), tag);
            for (int i = 0; element.items() != null && i < element.items().size(); i++) {
                assertSame(element.items().get(i), found.items().get(i), tag + " item " + i);
            }
            compared++;
        }
        assertTrue(compared > 0 || expected.elements().isEmpty(), name);
    }

    /** Group 2, group lengths and the character set, which the codec adds, are left out on both sides. */
    private static int count(DicomObject object) {
        int count = 0;
        for (DicomElement element : object.elements()) {
            boolean counted = element.tag() >>> 16 != 2 && (element.tag() & 0xffff) != 0 && element.tag() != 0x00080005;
            count += counted ? 1 : 0;
            count += element.items() == null ? 0 : element.items().stream().mapToInt(CorpusTest::count).sum();
        }
        return count;
    }

    private DicomObject read(Path file, boolean withPixels) throws IOException, UnusableInputException {
        try (InputStream in = Files.newInputStream(file)) {
            return codec.read(in, file.toString(), withPixels);
        }
    }

    private static String asLines(Map<String, Integer> counts) {
        return counts.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static Map<String, Integer> pydicomCounts(Path folder) throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Assumptions.assumeTrue(Files.isExecutable(python), "no system Python, comparison with pydicom skipped");
        Process process = new ProcessBuilder(python.toString(), "-W", "ignore", "-", folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (InputStream script = CorpusTest.class.getResourceAsStream("count_elements.py")) {
            process.getOutputStream().write(script.readAllBytes());
            process.getOutputStream().close();
        }
        String answer = new String(new BufferedInputStream(process.getInputStream()).readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(process.waitFor() == 0, "pydicom is not installed, comparison skipped");
        Map<String, Integer> counts = new TreeMap<>();
        answer.lines().map(line -> line.split("\t")).forEach(words -> counts.put(words[0], Integer.valueOf(words[1])));
        assertTrue(counts.size() > 50, "pydicom read " + counts.size() + " files");
        return counts;
    }
}
