package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import spine.api.UnusableInputException;
import spine.api.report.MaskFrame;
import spine.io.dicom.internal.sr.SrReportReader;

/** Four studies of two units (T6/7, T7/8) and two images; the third misses a lesion, the fourth has no report. */
class TruthEvaluationTest {
    private static final int FILES = 6;

    @TempDir
    Path folder;
    private final TruthEvaluation evaluation = new TruthEvaluation(TruthEvaluationTest::read, new SrReportReader(new WordCodec()),
            new WordCodec());
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
        Files.writeString(Files.createDirectories(truth.resolve("series")).resolve("image.dcm"), "1 1.series 1.494 GE MEDICAL SYSTEMS");
    }

    @Test
    void metricsOfAllKinds() throws Exception {
        JsonNode sections = evaluate().get("sections");
        assertFigure(sections, "Studies", "studies evaluated", 3);
        assertEquals("of 4 with a truth", sections.at("/Studies/studies evaluated/basis").asText());
        assertFigure(sections, "Studies", "studies not evaluated", 1);
        assertFigure(sections, "Studies", "studies without lesion scored 0 or 1", 1);
        assertFigure(sections, "Level names", "studies with all levels named rightly", 2 / 3.0);
        assertFigure(sections, "Level names", "levels found under their name", 4 / 6.0);
        assertEquals("4 of 6 levels", sections.at("/Level names/levels found under their name/basis").asText());
        assertFigure(sections, "Level names", "levels under a wrong name", 2);
        assertFigure(sections, "Level names", "mean confidence of wrong names", 0.75);
        assertFigure(sections, "Patients, inflamed from a score of 2", "sensitivity", 1);
        assertFigure(sections, "Images", "sensitivity", 0.5);
        assertFigure(sections, "Images", "specificity", 0.75);
        assertFigure(sections, "Images", "positive predictive value", 0.5);
        assertFigure(sections, "Images", "negative predictive value", 0.75);
        assertFigure(sections, "Images", "accuracy", 4 / 6.0);
        assertFigure(sections, "Images", "AUC", 3.5 / 8);
        assertFigure(sections, "Units", "sensitivity", 2 / 3.0);
        assertFigure(sections, "Units", "specificity", 2 / 3.0);
        assertFigure(sections, "Score total23", "Pearson r", 0.654654);
        assertFigure(sections, "Score total23", "Bland-Altman bias", -1);
        assertFigure(sections, "Score total23", "mean absolute difference", 5 / 3.0);
        assertFigure(sections, "Dice", "vertebral body, all images", 1);
        assertFigure(sections, "Dice", "oedema, images with oedema", (0.8 + 0) / 2);
        assertFigure(sections, "Dice", "oedema, images where both overlap", 0.8);
        assertFigure(sections, "Dice", "oedema, pooled over all pixels", 2.0 * 2 / (4 + 4));
        assertFigure(sections, "Images by area of true oedema", "sensitivity, 0 to below 25 mm2", 0.5);
        assertFigure(sections, "Units by region", "thoracic sensitivity", 2 / 3.0);
        assertTrue(sections.at("/Units by region/lumbar specificity/value").isNull());
        assertFigure(sections, "Level T6/7", "sensitivity", 1);
        assertFigure(sections, "Level T7/8", "specificity", 0.5);
    }

    @Test
    void intervalsAreComparedWithTheTruth() throws Exception {
        assertTrue(evaluate().at("/sections/Score total23/coverage of the interval").isMissingNode(), "no report has one");
        interval("1", "\"totals\":{\"total23\":[4,8]},\"withheld\":null");
        interval("2", "\"totals\":{\"total23\":[1,3]},\"withheld\":null");
        interval("3", "\"totals\":{},\"withheld\":\"No interval: the noise is unlike.\"");
        JsonNode sections = evaluate().get("sections");
        assertFigure(sections, "Score total23", "coverage of the interval", 0.5);
        assertFigure(sections, "Score total23", "coverage where the truth is above 0", 1);
        assertFigure(sections, "Score total23", "mean width of the interval", 3);
        assertFigure(sections, "Score total23", "studies without an interval", 1 / 3.0);
        assertTrue(sections.path("Score unitsInView").isMissingNode(), "a number of units is no total");
    }

    private void interval(String study, String members) throws IOException {
        Path report = reports.resolve(study).resolve("report.json");
        Files.writeString(report, Files.readString(report).replace("\"worst\"", "\"intervals\":{\"coverage\":0.9," + members
                + "},\"worst\""));
    }

    @Test
    void pointsCountInTheWindowOnly() throws Exception {
        JsonNode points = evaluate().get("sections").get("Depth and intensity points, by unit");
        assertEquals(1 / 2.0, points.at("/deep: sensitivity of the point/value").asDouble(), 1e-6);
        assertEquals(1, points.at("/deep: unit found at all/value").asDouble(), 1e-6);
        assertEquals("2 of 2 units with a point in truth", points.at("/deep: unit found at all/basis").asText());
        assertTrue(points.at("/intense: unit found at all/value").isNull(), points.toString());
    }

    @Test
    void pointsBySliceCountOutsideTheWindowToo() throws Exception {
        JsonNode points = evaluate().get("sections").get("Depth and intensity points, by slice");
        assertEquals("1 of 2 slices with the point in truth", points.at("/deep: sensitivity, oedema in both/basis").asText());
        assertEquals("4 of 4 slices without", points.at("/deep: specificity, oedema in both/basis").asText());
        assertEquals("3 of 3 slices with the point in truth", points.at("/intense: sensitivity, oedema in truth/basis").asText());
        Path third = reports.resolve("3/report.json");
        Files.writeString(third, Files.readString(third).replace("{\"sopInstanceUid\":\"3.2\",\"intense\":true}", "{}"));
        points = evaluate().get("sections").get("Depth and intensity points, by slice");
        assertEquals("2 of 2 slices with the point in truth", points.at("/intense: sensitivity, oedema in both/basis").asText());
        assertEquals("2 of 3 slices with the point in truth", points.at("/intense: sensitivity, oedema in truth/basis").asText());
    }

    @Test
    void mimicsAreCountedByTheirArea() throws Exception {
        assertTrue(evaluate().get("sections").path("Mimics called oedema, share of their area").isMissingNode());
        Files.writeString(truth.resolve("1/mimics-1.seg.dcm"), "haemangioma 1.1 0011\n");
        Files.writeString(truth.resolve("2/mimics-1.seg.dcm"), "haemangioma 2.1 0011\nred 2.1 1000\n");
        JsonNode mimics = evaluate().get("sections").get("Mimics called oedema, share of their area");
        assertEquals(0.5, mimics.at("/haemangioma/value").asDouble(), 1e-6);
        assertEquals("1 of 3 mm2 in 2 studies", mimics.at("/haemangioma/basis").asText());
        assertEquals(1, mimics.at("/red/value").asDouble(), 1e-6);
    }

    @Test
    void subgroupsAreTakenFromTruthAndImages() throws Exception {
        JsonNode sections = evaluate().get("sections");
        assertFigure(sections, "Subgroup vendor: GE", "studies", 1);
        assertFigure(sections, "Subgroup vendor: unknown", "studies", 2);
        assertFigure(sections, "Subgroup field strength: 1.5 T", "studies", 1);
        assertFigure(sections, "Subgroup lesions: with", "image sensitivity", 0.5);
        assertFigure(sections, "Subgroup lesions: without", "image specificity", 0.5);
        assertTrue(sections.path("Subgroup stations: 1").isMissingNode(), "all studies have one station");
    }

    @Test
    void aStudyMayBeInSeveralGroupsOfItsOwn() throws Exception {
        Files.writeString(truth.resolve("1/groups.csv"), "by,group\nlesion,corner\nlesion,endplate\n");
        Files.writeString(truth.resolve("3/groups.csv"), "by,group\nlesion,corner\n");
        JsonNode sections = evaluate().get("sections");
        assertFigure(sections, "Subgroup lesion: corner", "studies", 2);
        assertFigure(sections, "Subgroup lesion: corner", "image sensitivity", 0.5);
        assertFigure(sections, "Subgroup lesion: endplate", "studies", 1);
        assertFigure(sections, "Subgroup lesion: none", "studies", 1);
        assertTrue(Files.readAllLines(folder.resolve("out/studies.csv")).get(1).contains(",corner; endplate,"));
        Files.writeString(truth.resolve("2/groups.csv"), "name\nx\n");
        assertTrue(text().contains("groups.csv must have the columns by and group"), text());
    }

    @Test
    void whatIsNotEvaluatedIsNamedWithItsReason() throws Exception {
        Files.writeString(reports.resolve("3/report.json"), "{\"schema\":");
        study(reports, "report.json", "9", 1, 1, true, 0, "");
        Path second = reports.resolve("2/report.json");
        Files.writeString(second, Files.readString(second).replace("total23", "other"));
        String text = text();
        assertTrue(text.contains("  4: No report of this study was found."), text);
        assertTrue(text.contains("report.json is not valid JSON."), text);
        assertTrue(text.contains("  9: There is no truth of it."), text);
        assertTrue(text.contains("  2: Its report and its truth share no total."), text);
        JsonNode all = evaluate();
        assertEquals(4, all.get("unevaluated").size());
        assertFigure(all.get("sections"), "Studies", "studies not evaluated", 3);
        assertFigure(all.get("sections"), "Studies", "reports without a truth", 1);
        List<String> lines = Files.readAllLines(folder.resolve("out/studies.csv"));
        assertTrue(lines.contains("4,No report of this study was found." + ",".repeat(lines.get(0).split(",").length - 2)),
                lines.toString());
    }

    @Test
    void sameInputSameOutput() throws Exception {
        String text = text();
        assertTrue(text.contains("  studies evaluated "), text);
        assertTrue(text.lines().allMatch(line -> line.length() < 150), text);
        assertEquals(text, text());
        evaluate();
        List<String> first = contents();
        evaluate();
        assertEquals(first, contents());
    }

    @Test
    void tablesHaveALineForEveryThing() throws Exception {
        evaluate();
        List<String> studies = Files.readAllLines(folder.resolve("out/studies.csv"));
        assertEquals(5, studies.size());
        assertTrue(studies.get(0).startsWith("study,status,total23Truth,total23Predicted,levelsExpected"));
        assertTrue(studies.get(1).startsWith("1,evaluated,6,6,2,2,0,1,0,0,1,1,0,0,1,1,,0.8"), studies.get(1));
        List<String> metrics = Files.readAllLines(folder.resolve("out/evaluation.csv"));
        assertEquals("section,figure,value,lower95,upper95,interval,basis", metrics.get(0));
        assertTrue(metrics.contains("Images,accuracy,0.666667,0.5,1,patient bootstrap,4 of 6 images"), metrics.toString());
        assertEquals(7, Files.readAllLines(folder.resolve("out/units.csv")).size());
        assertTrue(Files.readAllLines(folder.resolve("out/units.csv")).contains("3,T7/8,1,1,0.75,4,0,0,0,0,0"));
        assertEquals(7, Files.readAllLines(folder.resolve("out/images.csv")).size());
        assertEquals("1,1.1,1,1,0.9,2,2,2,1,0,0,0,,2,3,2,0.8", Files.readAllLines(folder.resolve("out/images.csv")).get(1));
    }

    @Test
    void thePageStandsAlone() throws Exception {
        Files.writeString(reports.resolve("2/report.html"), "a report");
        Files.delete(reports.resolve("3/report.json"));
        evaluate();
        String page = Files.readString(folder.resolve("out/evaluation.html"));
        assertTrue(page.contains("Research use only, trained on synthetic data"), page);
        assertTrue(page.contains("<a href=\"./../reports/2/report.html\">2</a>"), page);
        assertTrue(page.contains("<span class=\"mono\">3</span> Its result folder holds no report.json."), page);
        assertTrue(page.contains("sparcc 1.0.0 (2 of 2 reports)"), page);
        assertFalse(page.contains("<script") || page.contains("http:") || page.contains("https:") || page.contains("NaN"), page);
        List<String> drawings = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(page).results().map(MatchResult::group).toList();
        assertEquals(10, drawings.size());
        Set<String> ids = new HashSet<>();
        for (String drawing : drawings) {
            Element svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(drawing))).getDocumentElement();
            for (String id : svg.getAttribute("aria-labelledby").split(" ")) {
                assertTrue(ids.add(id) && drawing.contains("id=\"" + id + "\""), id);
            }
            assertFalse(svg.getElementsByTagName("desc").item(0).getTextContent().isBlank(), drawing);
        }
    }

    @Test
    void unusableInputIsNamed() throws Exception {
        assertSentence("no-such-folder", () -> evaluation.evaluate(folder.resolve("no-such-folder"), reports, Optional.empty()));
        assertSentence("truth.json", () -> evaluation.evaluate(reports, reports, Optional.empty()));
        assertSentence("There is no report.json and no structured report", () -> evaluation.evaluate(truth, truth, Optional.empty()));
        study(reports, "report.json", "1", 6, 0, true, 0, "");
        Files.createDirectories(reports.resolve("copy"));
        Files.copy(reports.resolve("1/report.json"), reports.resolve("copy/report.json"));
        assertSentence("same study", () -> evaluation.evaluate(truth, reports, Optional.empty()));
        Path others = folder.resolve("others");
        study(others, "report.json", "7", 0, 0, false, 0, "");
        assertSentence("None of the 4 studies", () -> evaluation.evaluate(truth, others, Optional.empty()));
        Path first = truth.resolve("1/truth.json");
        String right = Files.readString(first);
        Files.writeString(first, right.replace("\"probability\":0.2", "\"probability\":7"));
        assertSentence("truth.json cannot be understood: a probability of 7.0", () -> evaluation.evaluate(truth, others, Optional.empty()));
        Files.writeString(first, right.replaceFirst("\"total23\":\\d+", "\"total23\":1e999"));
        assertSentence("truth.json cannot be understood: a score of Infinity", () -> evaluation.evaluate(truth, others, Optional.empty()));
        Files.writeString(truth.resolve("1/truth.json"), "{\"schema\":\"other\"}");
        assertSentence("spine-report/1", () -> evaluation.evaluate(truth, others, Optional.empty()));
        Files.writeString(truth.resolve("1/truth.json"), "{\"schema\":");
        assertSentence("truth.json is not valid JSON", () -> evaluation.evaluate(truth, others, Optional.empty()));
    }

    private String text() throws Exception {
        return evaluation.evaluate(truth, reports, Optional.empty());
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                contents.add(file.getFileName() + "\n" + Files.readString(file));
            }
            return contents;
        }
    }

    private JsonNode evaluate() throws Exception {
        evaluation.evaluate(truth, reports, Optional.of(folder.resolve("out")));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertEquals(FILES, files.count(), "nothing half-written stays");
        }
        return new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile());
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
                {"schema":"spine-report/1","researchUse":"Research use only, trained on synthetic data.","study":{"studyInstanceUid":"%1$s",
                "stacks":[{"seriesInstanceUid":"%1$s.series","slices":2,"spacing":[0.8,0.8,3.3]}]},
                "index":{"id":"sparcc","version":"1.0.0"},
                "sparcc":{"total23":%2$d,"unitsInView":2,"worst":[],"units":[{"level":"T6/7","present":true,"confidence":0.75,"score":%3$d,
                "window":["%1$s.1"],"slices":[{"sopInstanceUid":"%1$s.1","deep":%4$b},{"sopInstanceUid":"%1$s.2","intense":true}]},
                {"level":"T7/8","present":true,"confidence":0.75,"score":%5$d},{"level":"L5/S1","present":false,"score":0}]},
                "images":[{"sopInstanceUid":"%1$s.1","inflamed":%6$b,"probability":%7$s},
                {"sopInstanceUid":"%1$s.2","inflamed":false,"probability":0.2}],
                "anatomy":{"vertebrae":[],"discs":[{"level":"%8$s","centreMm":[0,0,0]},{"level":"%9$s","centreMm":[0,2,-25]}]}}
                """.formatted(uid, upper + lower, upper, upper > 2 || name.startsWith("truth") && upper > 0, lower, inflamed,
                inflamed ? "0.9" : "0.1", levels[shift], levels[1 + shift]));
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
