package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.model.ChangeRule;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.io.dicom.internal.sr.SrReportReader;

/** Five patients at two time points: three without change, one better, one worse. */
class ChangeEvaluationTest {
    private static final String WEIGHTS = "c".repeat(64);
    private static final ModelCard CARD = new ModelCard("bmo", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, "",
            Map.of(), "", WEIGHTS);
    private static final ModelCard MEASURED = CARD.withChange(new ChangeRule("sparcc", Map.of("total23", 3.0), 1, 40, "a".repeat(64), "",
            Map.of()));

    @TempDir
    Path folder;
    private final TruthEvaluation evaluation = new TruthEvaluation(file -> List.of(), new SrReportReader(new WordCodec()), new WordCodec());

    @BeforeEach
    void write() throws IOException {
        patient("A", "unchanged", 6, 6, 5, 7);
        patient("B", "unchanged", 2, 2, 2, 2);
        patient("C", "unchanged", 0, 0, 0, 4);
        patient("D", "resolved", 20, 2, 18, 8);
        patient("E", "new", 1, 7, 9, 8);
    }

    private void patient(String patient, String change, int trueBefore, int trueNow, int before, int now) throws IOException {
        study(patient, 1, trueBefore, before);
        Path truth = study(patient, 2, trueNow, now);
        Files.writeString(truth.resolve("changes.csv"), "patient,timepoint,lesion,change\n" + patient + ",2,1," + change + "\n");
    }

    private Path study(String patient, int timePoint, int truth, int prediction) throws IOException {
        String uid = "1." + (int) patient.charAt(0) + "." + timePoint;
        Path place = Files.createDirectories(folder.resolve("truth").resolve(uid));
        Files.writeString(place.resolve("truth.json"), report(uid, truth));
        Files.writeString(place.resolve("readings.csv"), "study,patient,timepoint,reader\n%s,%s,%d,A\n".formatted(uid, patient, timePoint));
        Path result = Files.createDirectories(folder.resolve("pred").resolve(uid));
        Files.writeString(result.resolve("report.json"), report(uid, prediction));
        return place;
    }

    private static String report(String uid, int total) {
        return """
                {"schema":"spine-report/1","study":{"studyInstanceUid":"%s","stacks":[]},"index":{"id":"sparcc","version":"1.0.0"},
                "models":[{"id":"bmo","version":"1.0.0","weightsSha256":"%s"}],
                "sparcc":{"total23":%3$d,"units":[{"level":"T7/8","present":true,"confidence":1,"score":%3$d}]},"images":[],
                "anatomy":{"vertebrae":[],"discs":[]}}
                """.formatted(uid, WEIGHTS, total);
    }

    private String evaluate(ModelCard card) throws UnusableInputException, IOException {
        return evaluation.evaluateChange(folder.resolve("truth"), folder.resolve("pred"), card, Optional.of(folder.resolve("out")));
    }

    @Test
    void unchangedPairsAndSignsAreCounted() throws Exception {
        String text = evaluate(MEASURED);
        assertTrue(text.contains("2 of 3 pairs"), text);
        List<String> figures = Files.readAllLines(folder.resolve("out/change.csv"));
        assertFigure(figures, "unchanged pairs within it", "2 of 3 pairs");
        // E has changed by 6 in truth and by -1 in the reports.
        assertFigure(figures, "true change beyond it: sign right", "1 of 2 pairs");
        assertFigure(figures, "true change of 5 points or more: sign right", "1 of 2 pairs");
        assertFigure(figures, "true change beyond it: found beyond it too", "1 of 2 pairs");
        assertFigure(figures, "units of unchanged pairs within it", "1 of 3 units");
        List<String> pairs = Files.readAllLines(folder.resolve("out/pairs.csv"));
        assertEquals("patient,timepoint,unchanged,study_before,study_now,total23_true_before,total23_true_now,total23_before,total23_now",
                pairs.get(0));
        assertEquals("D,2,0,1.68.1,1.68.2,20,2,18,8", pairs.get(4));
    }

    private static void assertFigure(List<String> figures, String name, String basis) {
        assertTrue(figures.stream().anyMatch(line -> line.contains(name) && line.endsWith(basis)), figures.toString());
    }

    @Test
    void whatCannotBePairedIsNamed() throws Exception {
        Files.delete(folder.resolve("pred/1.65.2/report.json"));
        String other = Files.readString(folder.resolve("pred/1.66.1/report.json")).replace(WEIGHTS, "d".repeat(64));
        Files.writeString(folder.resolve("pred/1.66.1/report.json"), other);
        String text = evaluate(MEASURED);
        assertTrue(text.contains("1.65.2: Its result folder holds no report.json."), text);
        assertTrue(text.contains("1.65.1: The patient has no study with report at the time point before or after it."), text);
        assertTrue(text.contains("1.66.1: Its report was made by another model"), text);
        assertTrue(text.contains("0 of 1 pairs"), text);
    }

    @Test
    void refusalsAreSentences() throws Exception {
        assertTrue(assertThrows(UnusableInputException.class, () -> evaluate(CARD)).getMessage().contains("was not measured"));
        for (String patient : List.of("65", "66", "67", "68", "69")) {
            Files.delete(folder.resolve("truth/1." + patient + ".2/readings.csv"));
        }
        String refused = assertThrows(UnusableInputException.class, () -> evaluate(MEASURED)).getMessage();
        assertTrue(refused.startsWith("Below") && refused.contains("there is no readings.csv"), refused);
    }
}
