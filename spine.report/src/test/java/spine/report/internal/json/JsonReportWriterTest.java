package spine.report.internal.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.model.ModelCard;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.report.internal.CardStatementsTest;
import spine.report.internal.DrawnResult;

class JsonReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void keysFollowTheContract() throws IOException {
        JsonNode report = report(DrawnResult.wholeSpine());
        assertEquals(List.of("schema", "study", "models", "settings", "index", "sparcc", "inflammationRule", "images", "findings",
                "oedema", "anatomy", "warnings", "failures",
                "notes", "researchUse", "timing"),
                keys(report));
        assertEquals(List.of("id", "stack", "vertebra", "place", "units", "slices", "areaMm2", "volumeMm3", "contrast", "endplateMm",
                "probability", "counts", "reason"), keys(report.at("/findings/0")));
        assertEquals("spine-report/1", report.get("schema").asText());
        assertEquals(List.of("level", "present", "confidence", "score", "stack", "window", "slices"),
                keys(report.at("/sparcc/units/0")));
        assertEquals(List.of("sopInstanceUid", "upperAnterior", "upperPosterior", "lowerAnterior", "lowerPosterior", "deep",
                "intense", "depthMm", "areaMm2", "intensityRatio"), keys(report.at("/sparcc/units/11/slices/0")));
        assertEquals(List.of("totalMs", "readMs", "anatomyMs", "oedemaMs", "scoreMs", "writeMs"), keys(report.get("timing")));
    }

    @Test
    void valuesAreThoseOfTheResult() throws IOException {
        JsonNode report = report(DrawnResult.wholeSpine());
        assertEquals("1.2.3", report.at("/study/studyInstanceUid").asText());
        assertEquals("[1,1,4]", report.at("/study/stacks/1/spacing").toString());
        assertEquals("24", report.at("/sparcc/total23").toString());
        assertEquals("[\"T6/7\",\"T9/10\",\"L2/3\",\"T10/11\"]", report.at("/sparcc/worst").toString());
        assertEquals(23, report.at("/sparcc/units").size());
        JsonNode unit = report.at("/sparcc/units/14");
        assertEquals("T9/10", unit.get("level").asText());
        assertEquals(2, unit.get("stack").asInt(), "stacks are counted from 1");
        assertEquals(3, unit.get("window").size());
        assertEquals(5, unit.get("slices").size());
        assertTrue(unit.at("/slices/0/deep").asBoolean());
        assertTrue(unit.at("/slices/0/lowerPosterior").asBoolean());
        assertFalse(unit.at("/slices/0/upperPosterior").asBoolean());
        assertEquals("12.3", unit.at("/slices/0/depthMm").toString());
        assertEquals("0.9123", report.at("/images/3/probability").toString());
        assertEquals(18, report.get("images").size());
        assertEquals("{\"site\":\"corner\",\"half\":\"lower\",\"wall\":\"anterior\",\"side\":\"median\"}",
                report.at("/findings/0/place").toString());
        assertEquals(1, report.at("/findings/0/stack").asInt(), "stacks are counted from 1");
        assertEquals("[\"T6/7\"]", report.at("/findings/0/units").toString());
        assertEquals("41", report.at("/findings/0/areaMm2").toString());
        assertEquals("2.346", report.at("/findings/0/contrast").toString());
        assertTrue(report.at("/findings/1/contrast").isNull(), "no marrow to compare with");
        assertFalse(report.at("/findings/1/counts").asBoolean());
        assertFalse(report.at("/sparcc/units/22/present").asBoolean());
        assertTrue(report.at("/sparcc/units/22/stack").isNull());
    }

    @Test
    void aLevelOnTwoStationsIsNamedOnce() throws IOException {
        JsonNode anatomy = report(DrawnResult.wholeSpine()).get("anatomy");
        List<String> levels = new ArrayList<>(anatomy.get("vertebrae").findValuesAsText("level"));
        assertEquals(levels.stream().distinct().toList(), levels);
        assertEquals("C2", levels.get(0));
        assertEquals(levels.size() - 1, anatomy.get("discs").size());
    }

    @Test
    void warningsOfAllPartsAreGatheredOnce() throws IOException {
        assertEquals("[\"The stations overlap.\",\"Counting is \\\"unsure\\\", by <one>.\"]",
                report(DrawnResult.wholeSpine()).get("warnings").toString());
    }

    @Test
    void everyIndexHasItsKeyAndTheFirstIsTheIndex() throws IOException {
        ScoringResult one = DrawnResult.wholeSpine();
        List<UnitScore> units = new ArrayList<>(one.scores().get(0).units());
        SliceFinding finding = new SliceFinding("1.2", Set.of(Quadrant.UPPER_ANTERIOR), false, false, 2, 30, Double.NaN);
        units.set(0, new UnitScore(units.get(0).unit(), 1, List.of("1.2"), List.of(finding), Map.of("oedemaPercent", 12.349)));
        Score other = new Score("berlin", "2.0.0", Map.of("total", 3.5), List.of(), units, List.of());
        JsonNode report = report(new ScoringResult(one.study(), one.models(), one.anatomy(), one.lesions(), one.images(),
                List.of(one.scores().get(0), other), one.warnings(), one.timing()));
        assertEquals("sparcc", report.at("/index/id").asText());
        assertEquals(3.5, report.at("/berlin/total").asDouble());
        assertEquals(12.35, report.at("/berlin/units/0/measures/oedemaPercent").asDouble());
        assertTrue(report.at("/berlin/units/1/measures").isMissingNode(), "only where something was measured");
        assertTrue(report.at("/berlin/units/0/slices/0/intensityRatio").isNull(), "an index may look for no reference");
        assertEquals(24, report.at("/sparcc/total23").asInt());
    }

    @Test
    void anIndexThatFailedIsNamedAmongFailuresAndWarnings() throws IOException {
        ScoringResult one = DrawnResult.wholeSpine();
        JsonNode report = report(new ScoringResult(one.study(), one.models(), one.anatomy(), one.lesions(), one.images(), one.findings(),
                one.scores(), one.intervals(), one.warnings(), one.timing(), one.engines(), one.settings(),
                List.of("The scoring index berlin 1.0.0 failed."), Optional.empty()));
        assertEquals("The scoring index berlin 1.0.0 failed.", report.at("/failures/0").asText());
        assertEquals("The scoring index berlin 1.0.0 failed.", report.at("/warnings/0").asText());
        assertEquals(List.of(), ReportSchema.violations(report));
    }

    @Test
    void theResultThatItReplacesIsNamed() throws IOException {
        ScoringResult one = DrawnResult.wholeSpine();
        assertTrue(report(one).path("predecessor").isMissingNode());
        JsonNode report = report(one.replacing(Optional.of(new Predecessor(OptionalInt.of(2),
                Optional.of(new Predecessor.Document("1.2.3", "1.2.4", "1.2.5"))))));
        assertEquals("{\"revision\":2,\"report\":{\"sopClassUid\":\"1.2.3\",\"sopInstanceUid\":\"1.2.4\",\"seriesInstanceUid\":\"1.2.5\"}}",
                report.get("predecessor").toString());
        assertEquals("This result replaces that of revision 2 of the study's images.", report.at("/notes/0").asText());
        assertEquals(List.of(), ReportSchema.violations(report));
    }

    @Test
    void theCardsSayWhatTheModelsWereTrainedOn() throws IOException {
        ModelCard card = CardStatementsTest.card("spine.model.bmo", "412 patients of two hospitals", "Research only.");
        assertEquals("Research only. Training data of spine.model.bmo: 412 patients of two hospitals.",
                report(DrawnResult.by(List.of(card))).get("researchUse").asText());
        assertEquals("No model took part.", report(DrawnResult.by(List.of())).get("researchUse").asText());
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(new JsonReportWriter().write(DrawnResult.wholeSpine(), folder).get(0));
        byte[] second = Files.readAllBytes(new JsonReportWriter().write(DrawnResult.wholeSpine(), folder).get(0));
        assertArrayEquals(first, second);
    }

    private JsonNode report(ScoringResult result) throws IOException {
        List<Path> files = new JsonReportWriter().write(result, folder);
        assertEquals(folder.resolve("report.json"), files.get(0));
        return new ObjectMapper().readTree(files.get(0).toFile());
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
