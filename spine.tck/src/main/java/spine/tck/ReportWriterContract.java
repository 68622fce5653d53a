package spine.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;

/** The contract of {@link ReportWriter}; to be extended beside the writer as {@link ScoringIndexContract} is. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ReportWriterContract {
    private static final String RESULTS = "spine.tck.SampleResult#all";

    @TempDir
    Path folder;

    /** A new writer with its usual settings. */
    protected abstract ReportWriter create();

    @ParameterizedTest(name = "{0}")
    @MethodSource(RESULTS)
    final void whatItSaysItWroteIsWhatItWrote(SampleResult sample) throws IOException {
        List<Path> said = create().write(sample.result(), folder);
        assertEquals(files(folder), said.stream().map(Path::toAbsolutePath).sorted().toList(), "files in the folder and files named");
        assertEquals(List.of(), OpenFiles.below(folder), "open after write()");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(RESULTS)
    final void theSameResultGivesTheSameBytes(SampleResult sample) throws IOException {
        ReportWriter writer = create();
        Map<String, Integer> first = written(writer, sample.result());
        assertEquals(first, written(writer, sample.result()), "written again");
        assertEquals(first, written(create(), sample.result()), "written by another instance");
    }

    @Test
    final void manyThreadsWriteWhatOneWrites() throws Exception {
        List<SampleResult> samples = SampleResult.all().toList();
        List<Map<String, Integer>> expected = new ArrayList<>();
        for (SampleResult sample : samples) {
            expected.add(written(create(), sample.result()));
        }
        ReportWriter shared = create();
        Crowd.agrees(samples, expected, sample -> written(shared, sample.result()));
    }

    @Test
    final void aFolderThatIsNotThereIsAnIoError() {
        Path absent = folder.resolve("absent");
        ScoringResult result = SampleResult.all().skip(1).findFirst().orElseThrow().result();
        assertThrows(IOException.class, () -> create().write(result, absent), "a folder that does not exist");
        assertTrue(Files.notExists(absent), "the writer made a folder of its own");
    }

    private Map<String, Integer> written(ReportWriter writer, ScoringResult result) throws IOException {
        Path target = Files.createTempDirectory(folder, "written");
        Map<String, Integer> contents = new TreeMap<>();
        for (Path file : writer.write(result, target)) {
            contents.put(target.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
        }
        return contents;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(Path::toAbsolutePath).sorted().toList();
        }
    }
}
