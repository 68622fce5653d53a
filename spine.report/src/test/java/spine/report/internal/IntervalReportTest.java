package spine.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.report.ScoringResult;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;
import spine.report.internal.csv.CsvReportWriter;
import spine.report.internal.html.HtmlReportWriter;
import spine.report.internal.json.JsonReportWriter;

/** Every format shows the interval of a total, or says why there is none. */
class IntervalReportTest {
    @TempDir
    Path folder;

    @Test
    void intervalsStandBesideTheTotals() throws IOException {
        ScoringResult result = DrawnResult.with(new ScoreIntervals("sparcc", 0.9, Map.of("total23", new ScoreInterval(19, 31)), ""));
        JsonNode intervals = json(result).at("/sparcc/intervals");
        assertEquals(0.9, intervals.get("coverage").asDouble());
        assertEquals("{\"total23\":[19,31]}", intervals.get("totals").toString());
        assertTrue(intervals.get("withheld").isNull());
        assertTrue(html(result).contains("90 % interval 19 to 31"));
        assertEquals("19", csv(result, "total23Lower"));
        assertEquals("31", csv(result, "total23Upper"));
        assertEquals("", csv(result, "total6Lower"));
    }

    @Test
    void withheldIntervalsAreExplained() throws IOException {
        ScoringResult result = DrawnResult.with(ScoreIntervals.withheld("sparcc", 0.9, "No interval: the noise is unlike."));
        assertEquals("No interval: the noise is unlike.", json(result).at("/sparcc/intervals/withheld").asText());
        assertEquals("{}", json(result).at("/sparcc/intervals/totals").toString());
        assertTrue(html(result).contains("No interval: the noise is unlike."));
        assertEquals("", csv(result, "total23Lower"));
    }

    @Test
    void withoutCalibrationNothingIsSaid() throws IOException {
        assertTrue(json(DrawnResult.wholeSpine()).at("/sparcc/intervals").isMissingNode());
        assertFalse(html(DrawnResult.wholeSpine()).contains("interval"));
    }

    private JsonNode json(ScoringResult result) throws IOException {
        return new ObjectMapper().readTree(new JsonReportWriter().write(result, folder).get(0).toFile());
    }

    private String html(ScoringResult result) throws IOException {
        return Files.readString(new HtmlReportWriter().write(result, folder).get(0));
    }

    private String csv(ScoringResult result, String column) throws IOException {
        List<String> lines = Files.readAllLines(new CsvReportWriter().write(result, folder).get(0));
        return lines.get(1).split(",", -1)[Arrays.asList(lines.get(0).split(",")).indexOf(column)];
    }
}
