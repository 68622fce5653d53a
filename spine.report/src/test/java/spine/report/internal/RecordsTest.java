package spine.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.report.ImageFinding;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.report.internal.csv.CsvReportWriter;
import spine.report.internal.html.HtmlReportWriter;
import spine.report.internal.json.JsonReportWriter;

/** What a report says of how it came about. */
class RecordsTest {
    @TempDir
    Path folder;

    @Test
    void settingsAreThereWithTheDigestOfAll() throws IOException {
        ScoringResult result = RecordedResult.of("2018-07-09");
        JsonNode settings = json(result).path("settings");
        assertEquals("{\"changed\":{\"spine.unet.engine\":\"on<n>x\"},\"sha256\":\"" + RecordedResult.DIGEST + "\"}", settings.toString());
        String page = text(new HtmlReportWriter(), result);
        assertTrue(page.contains("class=\"mono\"><bdi>spine.unet.engine</bdi></th><td class=\"mono\"><bdi>on&lt;n&gt;x</bdi></td>"), page);
        assertTrue(page.contains(RecordedResult.DIGEST));
        assertTrue(json(DrawnResult.wholeSpine()).path("settings").isNull());
        assertFalse(text(new HtmlReportWriter(), DrawnResult.wholeSpine()).contains("settings-title"));
    }

    @Test
    void pseudonymAndDateAreThereOnDemandAlone() throws IOException {
        ScoringResult asked = RecordedResult.of("2018-07-09");
        assertEquals(RecordedResult.PSEUDONYM, json(asked).at("/study/pseudonym").asText());
        assertEquals("2018-07-09", json(asked).at("/study/studyDate").asText());
        assertTrue(json(RecordedResult.of("")).at("/study/studyDate").isNull());
        assertTrue(text(new HtmlReportWriter(), asked).contains("Study <bdi>1.2.3</bdi> · <bdi>patient " + RecordedResult.PSEUDONYM
                + "</bdi> · <bdi>2018-07-09</bdi></p>"));
        List<String> table = text(new CsvReportWriter(), asked).lines().toList();
        assertTrue(table.get(0).startsWith("study,index,indexVersion,pseudonym,studyDate,total23,"), table.get(0));
        assertTrue(table.get(1).startsWith("1.2.3,sparcc,1.0.0," + RecordedResult.PSEUDONYM + ",2018-07-09,24,"), table.get(1));
        for (ReportWriter writer : List.of(new HtmlReportWriter(), new JsonReportWriter(), new CsvReportWriter())) {
            assertFalse(text(writer, DrawnResult.wholeSpine()).matches("(?s).*(pseudonym|studyDate).*"));
        }
    }

    @Test
    void noOedemaIsToldApartFromNotLookedFor() throws IOException {
        assertEquals("[{\"stack\":1,\"result\":\"found\",\"images\":5},{\"stack\":2,\"result\":\"found\",\"images\":7}]",
                json(DrawnResult.wholeSpine()).path("oedema").toString());
        assertEquals("not sought", json(DrawnResult.nothingFound()).at("/oedema/0/result").asText());
        assertTrue(text(new HtmlReportWriter(), DrawnResult.nothingFound())
                .contains("Station 2: oedema was not looked for, because no vertebral body was found."));
        StackOedema clean = StackOedema.of(DrawnResult.clean()).get(0);
        assertEquals(new StackOedema(1, true, 0), clean);
        assertEquals("Station 1: oedema was looked for, and there is none.", clean.sentence());
    }

    @Test
    void figuresFitTheVerdict() {
        InflammationRule rule = new InflammationRule(0.11);
        assertEquals("inflamed: 0.11 reaches 0.11", rule.words(new ImageFinding("1", true, 0.1104)));
        assertEquals("not inflamed: 0.1098 is below 0.11", rule.words(new ImageFinding("1", false, 0.1098)));
        assertEquals("not inflamed: 0.07 is below 0.11", rule.words(new ImageFinding("1", false, 0.0712)));
        assertEquals("not inflamed: no finding of 6 mm²", rule.words(new ImageFinding("1", false, 0)));
        assertTrue(rule.sentence().endsWith("reaches 0.11; its own probability is the highest of these findings."));
        assertTrue(new InflammationRule(0.1123).sentence().contains("0.1123"), "a threshold is never rounded to another side");
    }

    @Test
    void theRuleStandsBesideTheVerdicts() throws IOException {
        JsonNode report = json(DrawnResult.wholeSpine());
        double threshold = report.at("/inflammationRule/threshold").asDouble();
        assertEquals(0.5, threshold);
        report.path("images").forEach(image -> assertEquals(image.path("inflamed").asBoolean(), image.path("probability")
                .asDouble() >= threshold));
        String page = text(new HtmlReportWriter(), DrawnResult.wholeSpine());
        assertTrue(page.contains(report.at("/inflammationRule/sentence").asText()));
        assertTrue(page.contains("inflamed: 0.91 reaches 0.50") && page.contains("not inflamed: 0.07 is below 0.50"));
        assertTrue(json(DrawnResult.by(List.of())).path("inflammationRule").isNull(), "a reading has no threshold");
    }

    private JsonNode json(ScoringResult result) throws IOException {
        return new ObjectMapper().readTree(text(new JsonReportWriter(), result));
    }

    private String text(ReportWriter writer, ScoringResult result) throws IOException {
        return Files.readString(writer.write(result, folder).get(0));
    }
}
