package spine.app.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.model.ImageCalibration;
import spine.api.model.ModelCard;
import spine.api.model.OperatingPoints;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Score;
import spine.api.service.SpineScoring;
import spine.app.internal.Fixtures;

class CommandsTest {
    @TempDir
    private Path temp;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(stream(out), stream(err), false);

    @Test
    void wrongUsageIsAnsweredWithUsageAndTwo() {
        assertEquals(2, run());
        assertEquals(2, run("nonsense"));
        assertEquals(2, run("score", "--out", "x"));
        assertEquals(2, run("score", "--no-such-option", "a"));
        assertEquals(2, run("agree"));
        assertEquals(2, run("models", "use"));
        assertEquals(2, run("models", "nonsense"));
        assertEquals(2, run("evaluate", "--truth", "x"));
        assertEquals(2, run("phantom", "--out", "x", "--n", "0"));
        assertEquals(2, train("--model", "liver", "--phantom", "1,1", "--out", "x.jar"));
        assertEquals(2, train("--model", "bmo", "--out", "x.jar"));
        assertEquals(2, train("--model", "bmo", "--phantom", "1,1", "--data", "x", "--out", "x.jar"));
        assertEquals(2, train("--model", "bmo", "--phantom", "1,1", "--out", "x"));
        assertEquals(2, train("--model", "bmo", "--phantom", "1,1", "--out", "x.jar", "--version", "newest"));
        assertTrue(text(err).contains("Usage: spine"), text(err));
        assertEquals("", text(out));
    }

    @Test
    void aTrainedModelFollowsTheServingOne() {
        assertEquals("1.0.0", NextVersion.after(List.of(), "bmo"));
        assertEquals("2.5.0", NextVersion.after(List.of(card("vbivd", "9.9.9"), card("bmo", "2.4.1"), card("bmo", "1.0.0")), "bmo"));
    }

    @Test
    void helpNamesCommandsAndExitCodes() {
        assertEquals(0, run("--help"));
        assertTrue(text(out).contains("score") && text(out).contains("input that cannot be used"), text(out));
        assertEquals("", text(err));
    }

    @Test
    void oneBadStudyDoesNotStopTheOthers() throws Exception {
        StudyBatch batch = batch();
        assertEquals(3, batch.score(List.of(source("1.1"), source("1.2 bad"), source("1.3"))));
        assertEquals("spine: 1.2 bad has no sagittal series.\n", text(err));
        assertTrue(text(out).startsWith("1.1  sparcc: total23 7, worst T7/8  "), text(out));
        assertEquals(List.of("study,total23", "1.1,7", "1.3,7"), Files.readAllLines(temp.resolve("scores.csv")));
    }

    @Test
    void withoutAScoredStudyNothingIsLeftBehind() throws Exception {
        assertEquals(3, batch().score(List.of(source("bad"))));
        try (var files = Files.list(temp)) {
            assertEquals(0, files.count());
        }
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
            Score score = new Score("sparcc", "1.0.0", Map.of("total23", 7.0), List.of("T7/8"), List.of(), List.of());
            return new ScoringResult(Fixtures.study(uid), List.of(), Fixtures.anatomy(Fixtures.allBody(2)), List.of(), List.of(),
                    List.of(score), List.of(), Timing.NONE);
        };
        return new StudyBatch(new Platform(null, null, scoring, null, null), console, List.of("sparcc"), List.of("csv"), temp, () -> { });
    }

    private int run(String... arguments) {
        return new Commands(new Platform(null, null, null, null, null), console).run(arguments);
    }

    private int train(String... arguments) {
        return run(Stream.concat(Stream.of("train", "--steps", "1"), Arrays.stream(arguments)).toArray(String[]::new));
    }

    private static ModelCard card(String role, String version) {
        return new ModelCard("spine.model." + role, version, role, List.of("background", "x"), Map.of(), OperatingPoints.all(0.5),
                ImageCalibration.NONE, "", Map.of(), "", "");
    }

    private static StudySource source(String uid) {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return uid;
            }

            @Override
            public Study load() {
                return Fixtures.study(uid);
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
