package spine.report.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import spine.api.UnusableInputException;
import spine.api.cohort.CohortSummary;
import spine.report.internal.json.JsonReportWriter;

class PageCohortReportTest {
    private final PageCohortReport report = new PageCohortReport("1.2.3");
    @TempDir
    Path folder;

    @Test
    void everyStudyHasARowWhateverBecameOfIt() throws Exception {
        WrittenCohort.mixed(folder);
        CohortSummary summary = report.write(folder);
        assertEquals(new CohortSummary(folder.resolve("index.html"), 6, 3, List.of(), List.of()), summary);
        String page = Files.readString(summary.page());
        assertEquals(List.of("1.3 20 scored", "1.1 15 scored", "1.2 0 scored", "&#39;=HYPERLINK(&quot;x&quot;) - failed",
                "1.4 - no spine", "1.5 - refused"), rows(page));
        assertTrue(page.contains("<p>IQR 7.5 to 17.5, 3 scored</p>"), "quartiles of 0, 15 and 20, as R has them");
        assertTrue(page.contains("<strong>100</strong> %</p><p>3 of 3 with an inflamed image</p>"));
        assertTrue(page.contains("<li>2 studies have no scores here, and are in no figure; the table says why.</li>"));
        assertTrue(page.contains("<li>1 study shows no spine and has no total.</li>"));
        assertTrue(page.contains("<p class=\"note\"><bdi>1.5 has no sagittal series.</bdi></p>"));
        assertTrue(page.contains("Written by spine 1.2.3."));
    }

    @Test
    void theMapHasEveryScoreAsANumber() throws Exception {
        WrittenCohort.mixed(folder);
        String page = Files.readString(report.write(folder).page());
        String row = page.substring(page.indexOf("<tr data-i=\"4\">"), page.indexOf("</tr>", page.indexOf("<tr data-i=\"4\">")));
        assertEquals(21, row.split("<td class=\"step").length - 1, "two of 23 units are in the view of no study");
        assertTrue(row.contains("<td class=\"step6\">18</td>") && row.contains("<td class=\"step1\">2</td>"), row);
        assertTrue(page.contains(">67 %, 2 of 3</text>"), "T6/7");
    }

    @Test
    void whatLiesBesideAResultIsLinked() throws Exception {
        WrittenCohort.mixed(folder);
        Files.writeString(folder.resolve("1.1/report.pdf"), "");
        Files.writeString(Files.createDirectories(folder.resolve("comparisons/1.1")).resolve("comparison.html"), "");
        Files.writeString(Files.createDirectories(folder.resolve("1.1.kept-1")).resolve("report.json"), "{}");
        String page = Files.readString(report.write(folder).page());
        assertTrue(page.contains("<a href=\"1.1/report.html\">Report</a> <a href=\"1.1/report.pdf\">PDF</a>"
                + " <a href=\"comparisons/1.1/comparison.html\">Comparison</a>"));
        assertTrue(page.contains("<img src=\"1.1/overview.png\" loading=\"lazy\""));
        assertFalse(page.contains("kept-1"));
        for (Matcher link = Pattern.compile("(?:href|src)=\"([^#\"][^\"]*)\"").matcher(page); link.find();) {
            assertTrue(Files.exists(folder.resolve(link.group(1))), link.group(1));
        }
        assertTrue(Files.size(folder.resolve("1.1/overview.png")) < 60_000);
    }

    @Test
    void severalModelsAreNamed() throws Exception {
        WrittenCohort.mixed(folder);
        Path json = folder.resolve("1.2/report.json");
        Files.writeString(json, Files.readString(json).replace("\"1.2.0\"", "\"1.3.0\""));
        String page = Files.readString(report.write(folder).page());
        assertTrue(page.contains("The studies were scored by 2 sets of models"));
        assertTrue(page.contains("bmo spine.model.bmo 1.3.0, weights SHA-256"));
    }

    @Test
    void aResultThatCannotBeReadIsNamedAndTheOthersAreShown() throws Exception {
        WrittenCohort.mixed(folder);
        Files.writeString(folder.resolve("1.2/report.json"), "{");
        CohortSummary summary = report.write(folder);
        assertEquals(List.of(folder.resolve("1.2/report.json") + " is not valid JSON."), summary.problems());
        assertTrue(Files.readString(summary.page()).contains("is not valid JSON."));
        assertEquals(2, summary.scored());
    }

    /** As results that were copied from elsewhere. */
    @Test
    void withoutATableTheReportsSayWhatBecameOfStudies() throws Exception {
        WrittenCohort.mixed(folder);
        Files.delete(folder.resolve("studies.csv"));
        String page = Files.readString(report.write(folder).page());
        assertEquals(List.of("1.3 20 scored", "1.1 15 scored", "1.2 0 scored", "1.4 - no spine"), rows(page));
    }

    /** As results of several runs that were copied together. */
    @Test
    void aStudyWithSeveralResultsCountsOnce() throws Exception {
        WrittenCohort.mixed(folder);
        copy("1.1", Map.of("L2/3", 1.0), "0 earlier", "run 2 of 1.1");
        Files.move(folder.resolve("1.2"), folder.resolve("b"));
        copy("1.2", Map.of("L2/3", 3.0), "a", "c");
        CohortSummary summary = report.write(folder);
        String page = Files.readString(summary.page());
        assertEquals(6, summary.studies());
        assertEquals(List.of("1.3 20 scored", "1.1 15 scored", "1.2 3 scored"), rows(page).subList(0, 3));
        assertTrue(page.contains("<p>Studies</p><p><strong>6</strong>"));
        assertEquals(List.of("4 results are of studies that are shown from other folders, and are not counted:"
                + " 0 earlier, b, c, run 2 of 1.1."), summary.notes());
        assertTrue(page.contains("<li>4 results are of studies that are shown from other folders, and are not counted:"
                + " <bdi>0 earlier</bdi>, <bdi>b</bdi>, <bdi>c</bdi>, <bdi>run 2 of 1.1</bdi>.</li>"));
        copy("1.3", Map.of(), "d", "e");
        assertTrue(report.write(folder).notes().get(0).endsWith(": 0 earlier, b, c, d, e and 1 more."));
    }

    private void copy(String uid, Map<String, Double> units, String... names) throws IOException {
        for (String name : names) {
            new JsonReportWriter().write(WrittenCohort.result(uid, units, Optional.empty()), Files.createDirectory(folder.resolve(name)));
        }
    }

    /** As somebody can leave it who edits the table. */
    @Test
    void aStatusThatScoringDoesNotGiveIsOtherInTheHead() throws Exception {
        WrittenCohort cohort = new WrittenCohort(folder);
        cohort.scored("1.1", Map.of());
        cohort.row("1.2", "bogus", "");
        cohort.row("1.3", "odd", "");
        cohort.save();
        Files.writeString(folder.resolve("studies.csv"), "1.4\n", StandardOpenOption.APPEND);
        String page = Files.readString(report.write(folder).page());
        assertTrue(page.contains("<p>2 other, 1 scored, 1 unknown</p>"));
        assertEquals(List.of("1.1 0 scored", "1.2 - bogus", "1.3 - odd", "1.4 - unknown"), rows(page));
        assertTrue(page.contains("<option>bogus</option>"));
    }

    @Test
    void aTableThatIsBrokenIsNamedWithItsLine() throws Exception {
        WrittenCohort.mixed(folder);
        Path table = folder.resolve("studies.csv");
        Files.writeString(table, "\n1.7,\"/archive,scored\n1.8,/archive,scored\n", StandardOpenOption.APPEND);
        assertEquals(table + " is not a table of studies: line 9 has a quotation mark that is not closed, or one in a wrong place.",
                assertThrows(UnusableInputException.class, () -> report.write(folder)).getMessage());
    }

    @Test
    void aPseudonymStandsForTheStudy() throws Exception {
        Path result = Files.createDirectory(folder.resolve("copied here"));
        new JsonReportWriter().write(WrittenCohort.result("1.9", Map.of(), Optional.of("P0123456789ABCDE")), result);
        Files.writeString(result.resolve("report.html"), "");
        String page = Files.readString(report.write(folder).page());
        assertTrue(page.contains("<a href=\"copied%20here/report.html\"><bdi>P0123456789ABCDE</bdi></a><br><bdi class=\"date\">date unknown"
                + "</bdi><br><bdi class=\"mono\">1.9</bdi>"));
        assertTrue(page.contains("<title>Spinal inflammation: 1 study</title>"));
    }

    @Test
    void theSameResultsGiveTheSameBytes() throws Exception {
        WrittenCohort.mixed(folder);
        byte[] first = Files.readAllBytes(report.write(folder).page());
        assertEquals(new String(first), Files.readString(report.write(folder).page()));
    }

    @Test
    void everyTagIsClosed() throws Exception {
        WrittenCohort.mixed(folder);
        String page = Files.readString(report.write(folder).page());
        String body = page.substring(page.indexOf("<main>"), page.indexOf("</main>")).replaceAll("<(br|input[^>]*|img[^>]*)>", "<$1/>");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body + "</main>")));
        assertFalse(page.contains(" style=") || page.contains("http:") || page.contains("https:"), "the policy would not let it");
    }

    @Test
    void aFolderWithoutAResultIsNamed() throws IOException {
        assertTrue(assertThrows(UnusableInputException.class, () -> report.write(folder)).getMessage()
                .startsWith(folder + " has no result"));
        Files.writeString(folder.resolve("studies.csv"), "study;status\n");
        assertTrue(assertThrows(UnusableInputException.class, () -> report.write(folder)).getMessage()
                .startsWith(folder.resolve("studies.csv") + " has no") || !Files.exists(folder.resolve("index.html")));
    }

    /** Name, first total and status of each. */
    private static List<String> rows(String page) {
        return Pattern.compile("<tr data-i=\"\\d+\" data-name=\"([^\"]*)\" data-status=\"([^\"]*)\"[^>]*>").matcher(page).results()
                .map(row -> row.group(1) + " " + (row.group().contains("data-t0=") ? row.group().replaceAll(".*data-t0=\"|\".*", "") : "-")
                        + " " + row.group(2)).toList();
    }
}
