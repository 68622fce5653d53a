package spine.report.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.report.ScoringResult;
import spine.api.score.ScoreIntervals;
import spine.report.internal.DrawnResult;
import spine.report.internal.RecordedResult;

/** The schema takes reports and refuses what is none; {@link JsonContractTest} compares the sample results with it. */
class ReportSchemaTest {
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void drawnResultsKeepToTheSchema() throws IOException {
        for (ScoringResult result : List.of(DrawnResult.wholeSpine(), DrawnResult.thirteenThoracic(), DrawnResult.nothingFound(),
                DrawnResult.with(ScoreIntervals.withheld("sparcc", 0.9, "No interval: unlike.")), RecordedResult.of("2018-07-09"),
                RecordedResult.of(""))) {
            assertEquals(List.of(), ReportSchema.violations(report(result)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/study", "/study/stacks/0", "/models/0", "/index", "/sparcc/units/0", "/sparcc/units/11/slices/0",
        "/images/0", "/findings/0", "/findings/1/place", "/oedema/0", "/inflammationRule", "/anatomy", "/anatomy/vertebrae/0",
                "/anatomy/discs/0", "/timing"})
    void nothingMayBeAddedAndNothingLeftOut(String place) throws IOException {
        assertViolation(report -> at(report, place).put("Other", 1), place + "/Other");
        ObjectNode complete = at(report(DrawnResult.wholeSpine()), place);
        for (String member : (Iterable<String>) complete::fieldNames) {
            if (!member.equals("sparcc")) {
                assertViolation(report -> at(report, place).remove(member), place + " without " + member);
            }
        }
    }

    @Test
    void valuesAreWithinTheirBounds() throws IOException {
        assertViolation(report -> report.put("schema", "spine-report/2"), "another schema");
        assertViolation(report -> at(report, "/sparcc/units/0").put("level", "C1/2"), "a level that is no unit");
        assertViolation(report -> at(report, "/sparcc/units/0").put("score", -1), "a negative score");
        assertViolation(report -> at(report, "/sparcc/units/0").putNull("stack"), "a unit in view without a stack");
        assertViolation(report -> at(report, "/sparcc/units/22").put("score", 1), "a score of a unit that is not in view");
        assertViolation(report -> at(report, "/images/0").put("probability", 1.01), "a probability above 1");
        assertViolation(report -> at(report, "/findings/0").put("probability", 1.01), "a finding that is more than certain");
        assertViolation(report -> at(report, "/findings/0").put("vertebra", "T14"), "a finding in no vertebra");
        assertViolation(report -> at(report, "/findings/0").putArray("slices"), "a finding on no image");
        assertViolation(report -> at(report, "/study").put("studyInstanceUid", "1.2.x"), "no unique identifier");
        assertViolation(report -> report.withArray("/sparcc/units").remove(0), "a unit is missing");
        assertViolation(report -> report.remove("sparcc"), "no scores");
        assertViolation(report -> report.set("berlin", report.get("timing")), "a section that is none of an index");
    }

    private void assertViolation(Consumer<ObjectNode> change, String what) throws IOException {
        ObjectNode report = report(DrawnResult.wholeSpine());
        change.accept(report);
        assertFalse(ReportSchema.violations(report).isEmpty(), what);
    }

    private ObjectNode report(ScoringResult result) throws IOException {
        return (ObjectNode) json.readTree(new JsonReportWriter().write(result, folder).get(0).toFile());
    }

    private static ObjectNode at(JsonNode report, String place) {
        return (ObjectNode) report.at(place);
    }
}
