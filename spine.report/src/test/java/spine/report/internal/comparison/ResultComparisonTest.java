package spine.report.internal.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.Vertebra;
import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.ComparisonSummary.TotalChange;
import spine.api.comparison.ComparisonSummary.Verdict;
import spine.api.comparison.StudyComparison;
import spine.api.comparison.StudyComparison.TimePoint;
import spine.api.deidentification.StudyIdentities;
import spine.api.deidentification.StudyIdentity;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.LesionFinding;
import spine.api.report.LesionPlace;
import spine.api.report.LesionPlace.Half;
import spine.api.report.LesionPlace.Side;
import spine.api.report.LesionPlace.Site;
import spine.api.report.LesionPlace.Wall;
import spine.api.report.ScoringResult;
import spine.api.report.UsedSettings;
import spine.report.internal.DrawnResult;

class ResultComparisonTest {
    private static final LesionPlace FRONT = new LesionPlace(Site.CORNER, Half.LOWER, Wall.ANTERIOR, Side.MEDIAN);
    private static final LesionPlace BACK = new LesionPlace(Site.CORNER, Half.LOWER, Wall.POSTERIOR, Side.MEDIAN);
    private static final LesionPlace WHOLE = new LesionPlace(Site.EXTENSIVE, Half.BOTH, Wall.BOTH, Side.LEFT);

    private static final String GIVEN_ORDER = "The order of the studies is the one given";

    private final StudyComparison comparison = new ResultComparison(null);

    @TempDir
    Path folder;

    @Test
    void aChangeIsHeldAgainstErrorAndImportance() throws Exception {
        DrawnTimePoint first = point("1", Map.of("T6/7", 9.0, "T9/10", 3.0));
        assertVerdict(first, point("2", Map.of("T6/7", 4.0, "T9/10", 2.0)), -6, Verdict.IMPROVED,
                "improved beyond measurement error, an important change (smallest detectable change 4, minimal important change 5)");
        assertVerdict(first, point("2", Map.of("T6/7", 9.0, "T9/10", 7.5)), 4.5, Verdict.WORSE,
                "worse beyond measurement error, less than an important change");
        assertVerdict(first, point("2", Map.of("T6/7", 5.0, "T9/10", 3.0)), -4, Verdict.NO_DETECTABLE_CHANGE, "no detectable change");
        assertVerdict(first.withoutRule(), point("2", Map.of("T6/7", 3.0)).withoutRule(), -9, Verdict.UNDETERMINED,
                "lower, an important change; the error of measurement is not known");
    }

    private void assertVerdict(DrawnTimePoint first, DrawnTimePoint last, double change, Verdict verdict, String words) throws Exception {
        ComparisonSummary summary = compare(first, last);
        TotalChange total = summary.totals().get(0);
        assertEquals("total6", total.total(), "the one whose important change is known comes first");
        assertEquals(change, total.change(), 1e-9);
        assertEquals(verdict, total.verdict());
        assertEquals(OptionalDouble.of(5), total.important());
        assertTrue(summary.verdict().get(0).contains(words), summary.verdict().get(0));
    }

    @Test
    void theErrorHoldsForResultsThatWereMeasuredAlike() throws Exception {
        DrawnTimePoint first = point("1", Map.of("T6/7", 9.0));
        assertUndetermined(compare(first, point("2", Map.of()).by("1.3.0")), "Follow-up was scored by other models than Baseline");
        assertUndetermined(compare(first, point("2", Map.of()).set(new UsedSettings(Map.of(), "dd".repeat(32)))), "with other settings");
        assertUndetermined(compare(first, point("2", Map.of()).corrected()), "Follow-up: a person corrected what the models gave");
        UsedSettings other = new UsedSettings(Map.of("spine.sparcc.depth", "9"), "cc".repeat(32));
        ComparisonSummary both = compare(point("1", Map.of("T6/7", 9.0)).set(other), point("2", Map.of()).set(other));
        assertEquals(Verdict.UNDETERMINED, both.totals().get(0).verdict(), "measured with other settings of the index");
        assertTrue(json().at("/indices/0/measurementError/sentence").asText().contains("other settings of the index"));
    }

    private static void assertUndetermined(ComparisonSummary summary, String warning) {
        assertEquals(Verdict.UNDETERMINED, summary.totals().get(0).verdict());
        assertEquals(OptionalDouble.empty(), summary.totals().get(0).detectable());
        assertTrue(summary.warnings().stream().anyMatch(sentence -> sentence.contains(warning)), summary.warnings().toString());
    }

    /** A unit that comes into view with points is no change. */
    @Test
    void totalsAreComparedOverUnitsThatAllShow() throws Exception {
        ComparisonSummary summary = compare(point("1", Map.of("T6/7", 9.0)).hidden("L2/3"),
                point("2", Map.of("T6/7", 9.0, "L2/3", 6.0)));
        assertEquals(0, summary.totals().get(0).change());
        assertTrue(summary.warnings().toString().contains("Not in view at every time point: L2/3"), summary.warnings().toString());
        List<String> lines = Files.readAllLines(summary.page().resolveSibling("comparison.csv"));
        assertTrue(lines.contains("sparcc,total,total6,1,2,1.2.1,1.2.2,,9,15,6,4,5,notComparable"), lines.get(1));
        assertTrue(lines.contains("sparcc,commonUnits,total6,1,2,1.2.1,1.2.2,,9,9,0,4,5,noDetectableChange"), lines.get(2));
        assertTrue(lines.contains("sparcc,unit,L2/3,1,2,1.2.1,1.2.2,,,6,,2,,notComparable"));
    }

    /** The six worst go down by one point each, and six others come up by as much: the total hides that. */
    @Test
    void theWorstUnitsMayBeOthersEachTime() throws Exception {
        ComparisonSummary summary = compare(point("1", Map.of("T6/7", 9.0)), point("2", Map.of("T9/10", 9.0)));
        assertEquals(0, summary.totals().get(0).change());
        JsonNode total = json().at("/indices/0/totals/0");
        assertEquals("[[\"T6/7\"],[\"T9/10\"]]", total.path("highestUnits").toString());
        assertEquals("[9,0]", total.path("baselineUnits").toString());
        String page = Files.readString(summary.page());
        assertTrue(page.contains("It is of other units each time: T6/7, then T9/10. Over those of the first time alone: 9 → 0 (−9)."));
        assertTrue(page.contains("\"line0 covered\"") && !page.contains("\"line1 covered\""), "two equal lines are both seen");
        List<String> lines = Files.readAllLines(summary.page().resolveSibling("comparison.csv"));
        assertTrue(lines.contains("sparcc,baselineUnits,total6,1,2,1.2.1,1.2.2,,9,0,-9,,,undetermined"), lines.toString());
    }

    @Test
    void lesionsAreFoundAgain() throws Exception {
        compare(point("1", Map.of()).lesions(DrawnTimePoint.lesion("F1", 0, Vertebra.T6, FRONT, 100),
                DrawnTimePoint.lesion("F2", 0, Vertebra.T6, BACK, 50), DrawnTimePoint.lesion("F3", 0, Vertebra.T9, FRONT, 80),
                DrawnTimePoint.lesion("F4", 1, Vertebra.T9, FRONT, 90), DrawnTimePoint.lesion("F5", 1, Vertebra.L1, FRONT, 300)),
                point("2", Map.of()).lesions(DrawnTimePoint.lesion("F1", 0, Vertebra.T6, WHOLE, 400),
                        DrawnTimePoint.lesion("F2", 1, Vertebra.L1, FRONT, 310), DrawnTimePoint.lesion("F3", 1, Vertebra.L1, BACK, 20)));
        List<String> fates = new ArrayList<>();
        json().path("lesions").forEach(lesion -> fates.add(lesion.path("vertebra").asText() + " " + lesion.path("fate").asText()));
        assertEquals(List.of("T6 GROWN", "T9 RESOLVED", "L1 PERSISTING", "L1 NEW"), fates, "two that have become one, one in two stations");
    }

    /** A model that is just below its threshold at the second time has not healed anybody. */
    @Test
    void whatIsStillThereButDoesNotCountIsTold() throws Exception {
        LesionFinding counts = DrawnTimePoint.lesion("F1", 0, Vertebra.T6, FRONT, 100);
        LesionFinding below = new LesionFinding("F4", 0, Vertebra.T6, FRONT, counts.units(), counts.slices(), 10, 90, 2, 0, 0.31, false,
                "Does not count.");
        ComparisonSummary summary = compare(point("1", Map.of()).lesions(counts), point("2", Map.of()).lesions(below));
        String caveat = "Of the new and resolved lesions 1 is so by the model's threshold alone: at the other time a finding lies there"
                + " that does not count.";
        assertTrue(summary.verdict().get(0).endsWith(" " + caveat), summary.verdict().get(0));
        assertEquals(summary.verdict().get(0), json().at("/verdict/0").asText());
        assertEquals("F4", json().at("/lesions/0/uncounted/1/id").asText());
        String page = Files.readString(summary.page());
        assertTrue(page.contains("F4 is there, but does not count: probability 0.31"));
        String banner = page.substring(page.indexOf("<p class=\"verdict"), page.indexOf("</p>", page.indexOf("<p class=\"verdict")));
        assertTrue(banner.contains(caveat.replace("'", "&#39;")), banner);
        ComparisonSummary sure = compare(point("1", Map.of()).lesions(counts), point("2", Map.of()));
        assertFalse(sure.verdict().toString().contains("threshold"), sure.verdict().toString());
        assertFalse(Files.readString(sure.page()).contains("class=\"caveat\""));
    }

    /** Everything below T6 is named by the next level: the distances of the discs tell. */
    @Test
    void aSlipOfOneLevelIsNoticed() throws Exception {
        ScoringResult slipped = DrawnTimePoint.slipped(point("2", Map.of()).result());
        ComparisonSummary summary = comparison.compare(List.of(at(point("1", Map.of()), "a"),
                new TimePoint(DrawnTimePoint.write(slipped, folder.resolve("b")))), folder.resolve("out"));
        assertTrue(summary.warnings().toString().contains("The levels of Follow-up seem to be named one level off"),
                summary.warnings().toString());
    }

    @Test
    void threeTimePointsGiveThreePairs() throws Exception {
        ComparisonSummary summary = comparison.compare(List.of(at(point("1", Map.of("T6/7", 9.0)), "a"), at(point("2", Map.of()), "b"),
                at(point("3", Map.of("T6/7", 2.0)), "c")), folder.resolve("out"));
        assertEquals(-7, summary.totals().get(0).change());
        assertEquals(List.of("1 2 -9", "1 3 -7", "2 3 2"), changes("total", "total6"));
        assertTrue(Files.readString(summary.page()).contains("Follow-up 2"));
    }

    private List<String> changes(String kind, String item) throws IOException {
        List<String> changes = new ArrayList<>();
        json().at("/indices/0/changes").forEach(row -> {
            if (row.path("kind").asText().equals(kind) && row.path("item").asText().equals(item)) {
                changes.add(row.path("from").asText() + " " + row.path("to").asText() + " " + row.path("change").asText());
            }
        });
        return changes;
    }

    @Test
    void patientAndOrderAreChecked() throws Exception {
        ComparisonSummary other = compare(point("1", Map.of()).labelled("P1", "2025-03-01"),
                point("2", Map.of()).labelled("P2", "2025-01-01"));
        assertTrue(other.warnings().get(0).startsWith("Follow-up seems to be of another patient than Baseline: they differ in pseudonym."),
                other.warnings().get(0));
        assertTrue(other.warnings().get(1).startsWith("The order given contradicts the dates of the studies"), other.warnings().get(1));
        assertTrue(Files.readString(other.page()).contains("class=\"danger\" role=\"alert\""));
        ComparisonSummary same = compare(point("1", Map.of()).labelled("P1", "2025-01-01"),
                point("2", Map.of()).labelled("P1", "2025-03-26"));
        assertEquals(List.of(), same.warnings());
        assertFalse(Files.readString(same.page()).contains(GIVEN_ORDER));
        assertTrue(Files.readString(same.page()).contains("12 weeks later"));
        assertEquals(84, json().at("/timePoints/1/days").asInt());
        ComparisonSummary unknown = compare(point("1", Map.of()), point("2", Map.of()));
        assertEquals(List.of("Whether all studies are of one patient is not known: neither pseudonyms nor images say it."),
                unknown.warnings());
        assertEquals(unknown.warnings().get(0), json().at("/warnings/0").asText());
        String page = Files.readString(unknown.page());
        assertTrue(page.indexOf(unknown.warnings().get(0)) < page.indexOf("Change of totals"), "at the top");
        assertTrue(page.indexOf(GIVEN_ORDER) > 0 && page.indexOf(GIVEN_ORDER) < page.indexOf("</header>"));
        ComparisonSummary twice = compare(point("1", Map.of()), point("1", Map.of()));
        assertTrue(twice.warnings().toString().contains("is of a study that is here already"), twice.warnings().toString());
    }

    /** Images tell more than a pseudonym that nobody asked for, and the date stays unsaid. */
    @Test
    void imagesTellOfWhomTheyAre() throws Exception {
        Path image = Files.createFile(folder.resolve("image.dcm"));
        StudyIdentities identities = (file, key) -> new StudyIdentity("1.2", Optional.of("P1"), true, false,
                Map.of(StudyIdentity.Fact.BIRTH_DATE, Files.exists(key) ? "b" : Files.createFile(key).toString()), Optional.of(LocalDate.of(
                        2025, 1, 1)), Optional.empty());
        StudyComparison checked = new ResultComparison(identities);
        List<TimePoint> points = new ArrayList<>();
        for (DrawnTimePoint point : List.of(point("1", Map.of()), point("2", Map.of()))) {
            ScoringResult result = point.result();
            Path place = point.write(folder.resolve(result.study().studyInstanceUid()));
            points.add(new TimePoint(place, Optional.of(DrawnTimePoint.source(stored(result.study(), image)))));
        }
        ComparisonSummary summary = checked.compare(points, folder.resolve("out"));
        assertTrue(summary.warnings().get(0).contains("they differ in birth date"), summary.warnings().toString());
        assertFalse(Files.readString(summary.page()).contains("2025-01"), "nobody asked for the date");
        assertTrue(Files.readString(summary.page()).contains("on the same day"));
    }

    /** As of images that were removed after somebody has read of whom they are. */
    @Test
    void whoeverHasResultsComparedMayKnowThePatient() throws Exception {
        ComparisonSummary same = comparison.compare(List.of(known("1", "P1", "2025-01-01"), known("2", "P1", "2025-03-26")),
                folder.resolve("out"));
        assertEquals(List.of(), same.warnings());
        assertEquals(84, json().at("/timePoints/1/days").asInt());
        assertFalse(Files.readString(same.page()).contains("P1"), "nobody asked for it");
        ComparisonSummary other = comparison.compare(List.of(known("1", "P1", "2025-01-01"), known("2", "P2", "2025-03-26")),
                folder.resolve("out"));
        assertTrue(other.warnings().get(0).contains("they differ in PatientID"), other.warnings().toString());
        ComparisonSummary half = comparison.compare(List.of(at(point("1", Map.of()), "1"), known("2", "P1", "2025-03-26")),
                List.of("Two earlier studies are left out."), folder.resolve("out"));
        assertEquals(List.of("Whether all studies are of one patient is not known: neither pseudonyms nor images say it.",
                "Two earlier studies are left out."), half.warnings());
        assertEquals(half.warnings().get(1), json().at("/warnings/1").asText());
    }

    private TimePoint known(String study, String pseudonym, String date) throws IOException {
        return new TimePoint(point(study, Map.of()).write(folder.resolve(study)), Optional.empty(), Optional.of(new StudyIdentity(
                "1.2." + study, Optional.of(pseudonym), true, false, Map.of(), Optional.of(LocalDate.parse(date)), Optional.empty())));
    }

    private static Study stored(Study study, Path file) {
        List<SliceStack> stacks = study.stacks().stream().map(stack -> new SliceStack(stack.seriesInstanceUid(),
                stack.frameOfReferenceUid(), stack.description(), stack.acquisition(), stack.slices().stream()
                .map(slice -> new Slice(slice.sopInstanceUid(),
                slice.sopClassUid(), slice.plane(), slice.rows(), slice.columns(), slice.pixels(), Optional.of(file.toUri()))).toList()))
                .toList();
        return new Study(study.studyInstanceUid(), stacks, study.notes());
    }

    @Test
    void otherImagesAreNotShown() throws Exception {
        Study other = DrawnResult.wholeSpine().study();
        Study fewer = new Study("1.2.2", other.stacks().subList(0, 1), List.of());
        TimePoint first = at(point("1", Map.of("T6/7", 9.0)), "a");
        ComparisonSummary summary = comparison.compare(List.of(first, new TimePoint(point("2", Map.of()).write(folder.resolve("b")),
                Optional.of(DrawnTimePoint.source(fewer)))), folder.resolve("out"));
        assertTrue(summary.warnings().toString().contains("Follow-up is shown without pictures"), summary.warnings().toString());
        assertTrue(Files.readString(summary.page()).contains("There are no pictures"));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        List<TimePoint> points = List.of(pictured(point("1", Map.of("T6/7", 9.0, "L2/3", 3.0)), "a"), pictured(point("2", Map.of()), "b"));
        comparison.compare(points, folder.resolve("once"));
        comparison.compare(points, folder.resolve("again"));
        comparison.compare(points, folder.resolve("again"));
        for (String file : List.of("comparison.html", "comparison.csv", "comparison.json")) {
            assertArrayEquals(Files.readAllBytes(folder.resolve("once").resolve(file)),
                    Files.readAllBytes(folder.resolve("again").resolve(file)));
        }
    }

    @Test
    void theFileForProgramsKeepsToItsSchema() throws Exception {
        String schema = Files.readString(Path.of("..", "docs", "comparison.schema.json"));
        compare(point("1", Map.of("T6/7", 9.0)).hidden("L2/3").labelled("P0123456789ABCDE", "2025-01-01")
                .lesions(DrawnTimePoint.lesion("F1", 0, Vertebra.T6, FRONT, 100)), point("2", Map.of("T9/10", 9.0)).by("2.0.0"));
        assertEquals(List.of(), JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema).validate(json()).stream()
                .map(Object::toString).toList());
    }

    @Test
    void whatCannotBeComparedIsRefusedInOneSentence() throws Exception {
        Path good = point("1", Map.of()).write(folder.resolve("good"));
        assertRefused(good, folder.resolve("none"), "none does not exist.");
        assertRefused(good, Files.createDirectory(folder.resolve("empty")), "it has no report.json");
        assertRefused(good, good.resolve("../good"), "is given twice");
        Path cut = point("2", Map.of()).write(folder.resolve("cut"));
        byte[] archive = Files.readAllBytes(cut.resolve("result.json.gz"));
        Files.write(cut.resolve("result.json.gz"), Arrays.copyOf(archive, archive.length / 2));
        assertRefused(good, cut, "is damaged");
        Files.write(cut.resolve("result.json.gz"), archive);
        String report = Files.readString(cut.resolve("report.json"));
        Files.writeString(cut.resolve("report.json"), report.substring(0, report.length() / 2));
        assertRefused(good, cut, "report.json is damaged");
        Files.writeString(cut.resolve("report.json"), report.replace("spine-report/1", "spine-report/9"));
        assertRefused(good, cut, "no report of this version");
        Files.writeString(cut.resolve("report.json"), report.replace("\"1.2.2\"", "\"1.2.7\""));
        assertRefused(good, cut, "of different studies");
        assertRefused(good, DrawnTimePoint.write(DrawnResult.nothingFound(), folder.resolve("legs")), "shows no spine");
        assertFalse(Files.exists(folder.resolve("out")), "nothing is left");
    }

    private void assertRefused(Path one, Path other, String words) {
        String sentence = assertThrows(UnusableInputException.class, () -> comparison.compare(List.of(new TimePoint(one),
                new TimePoint(other)), folder.resolve("out"))).getMessage();
        assertTrue(sentence.contains(words), sentence);
    }

    @Test
    void nothingButAComparisonIsReplaced() throws Exception {
        Path mine = Files.createDirectory(folder.resolve("out"));
        Files.writeString(mine.resolve("thesis.txt"), "mine");
        FileAlreadyExistsException refusal = assertThrows(FileAlreadyExistsException.class,
                () -> compare(point("1", Map.of()), point("2", Map.of())));
        assertTrue(refusal.getReason().contains("left as it is"));
        assertEquals("mine", Files.readString(mine.resolve("thesis.txt")));
    }

    private static DrawnTimePoint point(String study, Map<String, Double> points) {
        return new DrawnTimePoint("1.2." + study, points);
    }

    private TimePoint at(DrawnTimePoint point, String name) throws IOException {
        return new TimePoint(point.write(folder.resolve(name)));
    }

    private TimePoint pictured(DrawnTimePoint point, String name) throws IOException {
        return new TimePoint(point.write(folder.resolve(name)), Optional.of(DrawnTimePoint.source(point.result().study())));
    }

    private ComparisonSummary compare(DrawnTimePoint first, DrawnTimePoint last) throws Exception {
        return comparison.compare(List.of(at(first, "first"), at(last, "last")), folder.resolve("out"));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("out").resolve("comparison.json").toFile());
    }
}
