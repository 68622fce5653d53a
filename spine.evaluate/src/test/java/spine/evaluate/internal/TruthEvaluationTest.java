package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.report.MaskFrame;

/** Four studies of two units (T6/7, T7/8) and two images; the third misses a lesion, the fourth has no report. */
class TruthEvaluationTest {
    @TempDir
    Path folder;
    private Path truth;
    private Path reports;

    @BeforeEach
    void write() throws IOException {
        truth = folder.resolve("truth");
        reports = folder.resolve("reports");
        study(truth, "truth.json", "1", 6, 0, true, 0, "0110");
        study(reports, "report.json", "1", 6, 0, true, 0, "0111");
        study(truth, "truth.json", "2", 0, 0, false, 0, "");
        study(reports, "report.json", "2", 0, 1, true, 1, "1000");
        study(truth, "truth.json", "3", 2, 4, true, 0, "1100");
        study(reports, "report.json", "3", 2, 0, false, 0, "");
        study(truth, "truth.json", "4", 0, 0, false, 0, "");
    }

    @Test
    void figuresOfAllKinds() throws Exception {
        JsonNode sections = evaluate();
        assertFigure(sections, "Studies", "reports present", 3);
        assertEquals("of 4", sections.at("/Studies/reports present/basis").asText());
        assertFigure(sections, "Studies", "studies with all levels named rightly", 2);
        assertFigure(sections, "Studies", "levels found under their name", 4);
        assertEquals("of 6", sections.at("/Studies/levels found under their name/basis").asText());
        assertFigure(sections, "Studies", "levels under a wrong name", 2);
        assertFigure(sections, "Studies", "studies without lesion scored 0 or 1", 1);
        assertFigure(sections, "Studies", "patient sensitivity (score 2 or more)", 1);
        assertFigure(sections, "Images", "sensitivity", 0.5);
        assertFigure(sections, "Images", "specificity", 0.75);
        assertFigure(sections, "Images", "AUC", 3.5 / 8);
        assertFigure(sections, "Units", "sensitivity", 2 / 3.0);
        assertFigure(sections, "Units", "specificity", 2 / 3.0);
        assertFigure(sections, "Score total23", "Pearson r", 0.654654);
        assertFigure(sections, "Score total23", "Bland-Altman bias [limits]", -1);
        assertFigure(sections, "Dice", "vertebral body, all images", 1);
        assertFigure(sections, "Dice", "oedema, images with oedema", (0.8 + 0) / 2);
        assertFigure(sections, "Dice", "oedema, images where both overlap", 0.8);
        assertFigure(sections, "Dice", "oedema, pooled over all pixels", 2.0 * 2 / (4 + 4));
    }

    @Test
    void theTextNamesStudiesWithoutReport() throws Exception {
        String text = new TruthEvaluation(TruthEvaluationTest::read).evaluate(truth, reports, Optional.empty());
        assertTrue(text.contains("no report of study 4"), text);
        assertTrue(text.contains("  reports present "), text);
        assertTrue(text.lines().allMatch(line -> line.length() < 130), text);
        assertEquals(text, new TruthEvaluation(TruthEvaluationTest::read).evaluate(truth, reports, Optional.empty()));
    }

    @Test
    void oneLinePerStudy() throws Exception {
        evaluate();
        List<String> lines = Files.readAllLines(folder.resolve("out/evaluation.csv"));
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).startsWith("study,total23Truth,total23Predicted,levelsExpected"));
        assertTrue(lines.get(1).startsWith("1,6,6,2,2,0,1,0,0,1,1,0,0,1,1,,0.8"), lines.get(1));
    }

    @Test
    void withoutAnyReportNothingBreaks() throws Exception {
        Path none = Files.createDirectories(folder.resolve("none"));
        String text = new TruthEvaluation(TruthEvaluationTest::read).evaluate(truth, none, Optional.empty());
        assertTrue(text.contains("of 4"), text);
    }

    @Test
    void unusableInputIsNamed() throws Exception {
        TruthEvaluation evaluation = new TruthEvaluation(TruthEvaluationTest::read);
        assertSentence("no-such-folder", () -> evaluation.evaluate(folder.resolve("no-such-folder"), reports, Optional.empty()));
        assertSentence("truth.json", () -> evaluation.evaluate(reports, reports, Optional.empty()));
        Files.writeString(reports.resolve("1/report.json"), "{\"schema\":");
        assertSentence("report.json is not valid JSON", () -> evaluation.evaluate(truth, reports, Optional.empty()));
        Files.writeString(reports.resolve("1/report.json"), "{\"schema\":\"other\"}");
        assertSentence("spine-report/1", () -> evaluation.evaluate(truth, reports, Optional.empty()));
        study(reports, "report.json", "1", 6, 0, true, 0, "");
        Files.createDirectories(reports.resolve("copy"));
        Files.copy(reports.resolve("1/report.json"), reports.resolve("copy/report.json"));
        assertSentence("same study", () -> evaluation.evaluate(truth, reports, Optional.empty()));
    }

    private JsonNode evaluate() throws Exception {
        new TruthEvaluation(TruthEvaluationTest::read).evaluate(truth, reports, Optional.of(folder.resolve("out")));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(2, files.count(), "nothing half-written stays");
        }
        return new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile()).get("sections");
    }

    private static void assertFigure(JsonNode sections, String section, String name, double value) {
        assertEquals(value, sections.path(section).path(name).path("value").asDouble(Double.NaN), 1e-6, section + ": " + name);
    }

    private static void assertSentence(String part, Executable call) {
        String message = assertThrows(UnusableInputException.class, call).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }

    /** @param shift levels by which every disc is named too low; @param oedema pixels of the first image */
    private static void study(Path root, String name, String uid, int upper, int lower, boolean inflamed, int shift, String oedema)
            throws IOException {
        Path place = Files.createDirectories(root.resolve(uid));
        String[] levels = {"T6/7", "T7/8", "T8/9"};
        Files.writeString(place.resolve(name), """
                {"schema":"spine-report/1","study":{"studyInstanceUid":"%s"},"index":{"id":"sparcc","version":"1.0.0"},
                "sparcc":{"total23":%d,"worst":[],"units":[{"level":"T6/7","present":true,"score":%d},
                {"level":"T7/8","present":true,"score":%d},{"level":"L5/S1","present":false,"score":0}]},
                "images":[{"sopInstanceUid":"%s.1","inflamed":%b,"probability":%s},{"sopInstanceUid":"%s.2","inflamed":false,"probability":0.2}],
                "anatomy":{"vertebrae":[],"discs":[{"level":"%s","centreMm":[0,0,0]},{"level":"%s","centreMm":[0,2,-25]}]}}
                """.formatted(uid, upper + lower, upper, lower, uid, inflamed, inflamed ? "0.9" : "0.1", uid, levels[shift], levels[1 + shift]));
        Files.writeString(place.resolve("anatomy-1.seg.dcm"), "T7 " + uid + ".1 1100\nS2 " + uid + ".1 0011\n");
        if (!oedema.isEmpty()) {
            Files.writeString(place.resolve("oedema-1.seg.dcm"), "oedema " + uid + ".1 " + oedema + "\n");
        }
    }

    /** Masks of two by two pixels, written as words. */
    private static List<MaskFrame> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split(" ")).map(words -> {
            byte[] mask = new byte[4];
            for (int i = 0; i < 4; i++) {
                mask[i] = (byte) (words[2].charAt(i) - '0');
            }
            return new MaskFrame(words[0], words[1], 2, 2, mask);
        }).toList();
    }
}
