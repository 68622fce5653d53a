package spine.app.internal.cli.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.UnusableInputException;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.service.SpineScoring;
import spine.app.command.Console;
import spine.app.context.NoPlatform;
import spine.app.embedded.RefusedException;
import spine.runtime.StudyFinder;

class TimePointsTest {
    private final TestScoring scoring = new TestScoring();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;
    private Path out;
    private Path result;

    @BeforeEach
    void layOut() throws Exception {
        out = folder.resolve("out");
        result = Files.createDirectory(folder.resolve("result"));
        Files.writeString(result.resolve("report.json"), "{\"schema\": \"spine-report/1\", \"study\": {\"studyInstanceUid\": \"1.2\","
                + " \"stacks\": [{\"seriesInstanceUid\": \"1.2.3\"}]}}");
    }

    @Test
    void aStudyIsScoredAndAResultTakenAsItIs() throws Exception {
        List<TimePoint> points = of(List.of(result, folder.resolve("later")), List.of());
        assertEquals(List.of(result, out.resolve("1.3")), points.stream().map(TimePoint::result).toList());
        assertEquals(List.of("1.3"), scoring.scored());
        assertTrue(points.get(0).images().isEmpty(), "nobody said where they are");
        assertEquals("1.3", points.get(1).images().orElseThrow().studyInstanceUid());
    }

    @Test
    void theImagesOfAResultAreFoundByItsStudy() throws Exception {
        List<TimePoint> points = of(List.of(result), List.of(folder.resolve("archive")));
        assertEquals("1.2", points.get(0).images().orElseThrow().studyInstanceUid());
        points = of(List.of(result), List.of(folder.resolve("later")));
        assertTrue(points.get(0).images().isEmpty());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("is compared without pictures, because its images were not found."));
    }

    @Test
    void whatIsNoTimePointIsRefusedInOneSentence() {
        UnusableInputException several = assertThrows(UnusableInputException.class,
                () -> of(List.of(folder.resolve("archive")), List.of()));
        assertTrue(several.getMessage().contains("archive holds 2 studies; a time point is one study"), several.getMessage());
        assertEquals(List.of(), scoring.scored());
        UnusableInputException bad = assertThrows(UnusableInputException.class, () -> of(List.of(folder.resolve("legs")), List.of()));
        assertTrue(bad.getMessage().contains("has no sagittal series"), bad.getMessage());
        assertThrows(RefusedException.class, () -> of(List.of(folder.resolve("broken")), List.of()));
    }

    private List<TimePoint> of(List<Path> places, List<Path> images) throws Exception {
        Console console = new Console(new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return new TimePoints(new Platform(), console, images).of(places, List.of("sparcc"), out);
    }

    private record Source(String studyInstanceUid) implements StudySource {
        @Override
        public Study load() {
            throw new UnsupportedOperationException();
        }
    }

    private final class Platform extends NoPlatform {
        private final Map<String, List<String>> studies = Map.of("later", List.of("1.3"), "archive", List.of("1.1", "1.2"),
                "legs", List.of("1.4 bad"), "broken", List.of("1.5 crash"));

        @Override
        public StudyFinder studies() {
            return (locations, choice) -> studies.get(locations.get(0).getFileName().toString()).stream()
                    .<StudySource>map(Source::new).toList();
        }

        @Override
        public SpineScoring scoring() {
            return scoring;
        }
    }
}
