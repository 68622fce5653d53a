package spine.app.internal.cli.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.api.service.SpineScoring;
import spine.app.command.Console;
import spine.tck.SampleSpine;

class StudyBatchTest {
    private static final ScoringInput SPINE = SampleSpine.whole().input();

    @TempDir
    private Path temp;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(stream(out), stream(err), false);

    @Test
    void oneBadStudyDoesNotStopTheOthers() throws Exception {
        StudyBatch batch = batch();
        assertEquals(3, batch.score(List.of(source("1.1"), source("1.2 bad"), source("1.3"))));
        assertEquals("spine: 1.2 bad has no sagittal series.\n", text(err));
        assertTrue(text(out).startsWith("1.1  sparcc: total23 7, total6 6, 1 of 23 units in view, worst T7/8  "), text(out));
        assertEquals(List.of("study,total23", "1.1,7", "1.3,7"), Files.readAllLines(temp.resolve("scores.csv")));
    }

    @Test
    void theTableIsSortedByStudy() throws Exception {
        assertEquals(0, batch().score(List.of(source("1.3"), source("1.1"), source("1.20"))));
        assertEquals(List.of("study,total23", "1.1,7", "1.20,7", "1.3,7"), Files.readAllLines(temp.resolve("scores.csv")));
        assertEquals(List.of("1.3", "1.1", "1.20"), text(out).lines().map(line -> line.split(" ")[0]).toList());
    }

    @Test
    void whatIsNoSpineIsSaidSoAndTheOthersAreScored() throws Exception {
        assertEquals(3, batch().score(List.of(source("1.1"), source("1.2.head"), source("1.3"))));
        List<String> lines = text(out).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("1.2.head  no spine  "), lines.get(1));
        assertTrue(lines.get(2).startsWith("1.3  sparcc: total23 7"), lines.get(2));
        assertTrue(text(err).contains("These images show a head."), text(err));
    }

    @Test
    void jsonHasNullForATotalThatDoesNotExist() throws Exception {
        console.configure(false, true);
        assertEquals(3, batch().score(List.of(source("1.2.head"))));
        JsonNode study = new ObjectMapper().readTree(text(out)).get(0);
        assertTrue(study.at("/scores/sparcc/total23").isNull(), study.toString());
        assertFalse(study.get("spine").asBoolean());
        assertEquals(0, study.at("/scores/sparcc/unitsInView").asInt(-1));
    }

    @Test
    void withoutAScoredStudyNothingIsLeftBehind() throws Exception {
        assertEquals(3, batch().score(List.of(source("bad"))));
        try (var files = Files.list(temp)) {
            assertEquals(0, files.count());
        }
    }

    /** Nobody could tell it from the table of the run that has just ended. */
    @Test
    void theTableOfAnEarlierRunGoes() throws Exception {
        batch().score(List.of(source("1.1")));
        batch().score(List.of(source("bad")));
        assertFalse(Files.exists(temp.resolve("scores.csv")));
        assertTrue(Files.exists(temp.resolve("1.1/scores.csv")));
    }

    @Test
    void anUnexpectedFailureIsOneSentence() throws Exception {
        assertEquals(1, batch().score(List.of(source("crash"), source("bad"))));
        assertTrue(text(err).contains("has the details."), text(err));
        assertFalse(text(err).contains("\tat "), text(err));
    }

    @Test
    void aStrangeUidDoesNotLeadOutOfTheFolder() throws Exception {
        batch().score(List.of(source("../../etc")));
        assertTrue(Files.isDirectory(temp.resolve("__.._etc")), Files.list(temp).toList().toString());
    }

    private StudyBatch batch() {
        List<String> seen = new ArrayList<>();
        SpineScoring scoring = (source, request, progress, cancellation) -> {
            String uid = source.studyInstanceUid();
            seen.add(uid);
            if (uid.endsWith("bad")) {
                throw new UnusableInputException(uid + " has no sagittal series.");
            }
            if (uid.equals("crash")) {
                throw new IllegalStateException("a bug");
            }
            try {
                Files.createDirectories(request.folder());
                Files.writeString(request.folder().resolve("scores.csv"), "study,total23\n" + uid + ",7\n");
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
            Map<String, Double> totals = new LinkedHashMap<>();
            totals.put("total23", 7.0);
            totals.put("total6", 6.0);
            Score score = new Score("sparcc", "1.0.0", totals, List.of("T7/8"),
                    List.of(UnitScore.zero(SPINE.anatomy().unit(DiscLevel.of("T7/8")))), List.of());
            boolean spine = !uid.endsWith("head");
            SpineAnatomy anatomy = spine ? SPINE.anatomy() : SpineAnatomy.none(List.of(), "These images show a head.");
            return new ScoringResult(study(uid), List.of(), anatomy, List.of(), List.of(), List.of(spine ? score : score.unscored()),
                    anatomy.noSpine().stream().toList(), Timing.NONE);
        };
        return new StudyBatch(scoring, new Cancellation(), Path.of("log"), console, List.of("sparcc"), List.of("csv"), temp, () -> { });
    }

    private static Study study(String uid) {
        return new Study(uid, SPINE.study().stacks(), List.of());
    }

    private static StudySource source(String uid) {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return uid;
            }

            @Override
            public Study load() {
                return study(uid);
            }
        };
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
