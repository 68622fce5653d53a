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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.report.ScoringResult;
import spine.report.internal.csv.CsvReportWriter;
import spine.report.internal.html.HtmlReportWriter;
import spine.report.internal.json.JsonReportWriter;

/** What every format says of a spine with a vertebra too many, and of images that show no spine. */
class UnusualSpineTest {
    @TempDir
    Path folder;

    @Test
    void everyFormatSaysThatNamesAreInDoubtAndOfHowManyUnitsTheTotalIs() throws IOException {
        ScoringResult result = DrawnResult.thirteenThoracic();
        JsonNode json = json(result);
        assertEquals("T13", json.at("/anatomy/variant").asText());
        assertEquals(0.41, json.at("/anatomy/nameConfidence").asDouble());
        assertEquals("[\"chosen by contrast\",\"Counted from S1.\"]", json.get("notes").toString());
        assertTrue(json.get("warnings").toString().contains("Names are doubtful."));
        assertEquals(result.scores().get(0).unitsInView(), json.at("/sparcc/unitsInView").asInt());
        assertEquals(24, json.at("/anatomy/units").asInt());
        assertEquals(25, json.at("/sparcc/units").size());
        assertEquals("T12/13", json.at("/sparcc/units/17/level").asText());
        assertEquals(5, json.at("/sparcc/units/17/score").asInt());

        String html = html(result);
        assertTrue(html.contains("<li><bdi>chosen by contrast</bdi></li>"));
        assertTrue(html.contains("<th scope=\"row\"><a href=\"#unit-1-T12-13\">T12/13</a></th>"));
        assertTrue(html.contains("Names are doubtful.") && html.contains("Counted from S1."));
        assertTrue(html.contains(result.scores().get(0).unitsInView() + " of 24"));

        assertEquals("5", csv(result, "T12/13"));
        assertEquals("", csv(result, "L5/6"));
        assertEquals(Integer.toString(result.scores().get(0).unitsInView()), csv(result, "unitsInView"));
        assertEquals("24", csv(result, "unitsOfSpine"));
        assertEquals("0.41", csv(result, "nameConfidence"));
    }

    @Test
    void whatIsNoSpineHasNoNumbers() throws IOException {
        ScoringResult result = DrawnResult.nothingFound();
        JsonNode json = json(result);
        assertFalse(json.at("/anatomy/spine").asBoolean());
        assertTrue(json.at("/sparcc/total23").isNull() && json.at("/sparcc/total6").isNull());
        assertEquals(0, json.at("/sparcc/units").size());
        assertTrue(json.get("warnings").toString().contains("These images show no spine."));
        assertTrue(html(result).contains("These images show no spine."));
        assertFalse(html(result).replaceAll("(?s)<script>.*</script>|base64,[^\"]*", "").contains("NaN"));
        for (String column : List.of("total23", "total6", "C2/3", "L5/S1", "L5/6", "unitsInView", "unitsOfSpine", "nameConfidence",
                "imagesInflamed")) {
            assertEquals("", csv(result, column), column);
        }
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
