package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.dicom.pixel.DicomImage;
import spine.tck.dicom.FileBombs;

/** Whatever is handed in, a process with 256 MB of memory reads the good study beside it. */
class LittleMemoryTest {
    private static final double SECONDS = 1;
    private static final long PATIENCE = 300;

    @TempDir
    private Path folder;

    /** Each alone, and then all of them beside a good study. */
    @Test
    void bombsAreOneSentenceEachAndTheStudyBesideThemIsRead() throws Exception {
        List<Path> bombs = FileBombs.write(folder.resolve("bombs"));
        SyntheticSeries.stir(1).slices(7).write(folder.resolve("bombs"));
        List<String> lines = process(folder.resolve("bombs"));
        List<String> outcomes = lines.stream().filter(line -> line.contains("\t")).toList();
        assertEquals(bombs.size(), outcomes.size(), String.join("\n", lines));
        for (String outcome : outcomes) {
            String[] words = outcome.split("\t");
            assertTrue(Double.parseDouble(words[1]) <= SECONDS, outcome);
            assertTrue(words[2].startsWith(words[0]), outcome);
            assertTrue(words[3].contains(words[0]), outcome);
        }
        assertEquals("7 slices", lines.get(lines.size() - 1), String.join("\n", lines));
    }

    /** Five images of the largest matrix that is read at all; there are no such pixels. */
    @Test
    void aStationThatIsTooLargeIsRefusedBeforeItsPixelsAreRead() throws Exception {
        SyntheticSeries.stir(1).each((slice, image) -> image.unsignedShorts(Tag.Rows, 4096).unsignedShorts(Tag.Columns, 4096)
                .decimals(Tag.PixelSpacing, 0.2, 0.2))
                .write(folder);
        String reason = assertThrows(UnusableInputException.class, () -> ReadStudy.in(folder)).getMessage();
        assertTrue(reason.endsWith(" belongs to a station that is too large: 5 images of 83886080 pixels together; at most 1024 images and"
                + " 67108864 pixels are read"), reason);
    }

    private List<String> process(Path bombs) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), LittleMemoryTest.class.getName(),
                bombs.toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(said);
        assertTrue(ended && process.exitValue() == 0, String.join("\n", lines));
        assertFalse(lines.stream().anyMatch(line -> line.contains("Exception")), String.join("\n", lines));
        return lines;
    }

    /** @param arguments the folder with the files */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path[] all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.sorted().toArray(Path[]::new);
        }
        // The classes are loaded once for all.
        outcome(all[0]);
        for (Path file : all) {
            if (file.toString().endsWith(".dcm")) {
                ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                long before = threads.getCurrentThreadCpuTime();
                String outcome = outcome(file);
                System.out.println(file + "\t" + (threads.getCurrentThreadCpuTime() - before) / 1e9 + "\t" + outcome);
            }
        }
        List<Integer> slices = new ArrayList<>();
        for (StudySource study : ReadStudy.all(folder)) {
            try {
                study.load().stacks().forEach(stack -> slices.add(stack.slices().size()));
            } catch (UnusableInputException bomb) {
                System.out.println(bomb.getMessage());
            }
        }
        System.out.println(slices.stream().mapToInt(Integer::intValue).sum() + " slices");
    }

    /** What a person is told of a file as an image, and as a study. */
    private static String outcome(Path file) throws IOException {
        String image = file + " is an image";
        try (DicomImage opened = new DecodedImages(new NativeDicomCodec()).open(file)) {
            opened.grey(0);
            opened.grey(opened.frames() - 1);
        } catch (UnusableInputException reason) {
            image = reason.getMessage();
        }
        try {
            return image + "\t" + file + " has studies: " + ReadStudy.reader().find(List.of(file), SeriesChoice.AUTOMATIC).size();
        } catch (UnusableInputException reason) {
            return image + "\t" + reason.getMessage();
        }
    }
}
