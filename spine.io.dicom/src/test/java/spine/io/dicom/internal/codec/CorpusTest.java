package spine.io.dicom.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import spine.api.UnusableInputException;
import spine.api.dicom.DicomElement;
import spine.api.dicom.DicomObject;
import spine.io.dicom.internal.SharedData;

/** Every file of the shared corpus, compared with what pydicom reads from it where pydicom is installed. */
class CorpusTest {
    private final PlainDicomCodec codec = new PlainDicomCodec();

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
