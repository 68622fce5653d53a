package spine.app.internal.cli.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.Cancellation;
import spine.api.cohort.CohortSummary;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.internal.batch.BatchPage;
import spine.app.internal.batch.BatchTables;
import spine.app.internal.batch.EarlierResults;
import spine.app.internal.batch.OutputPlace;
import spine.common.file.AtomicFile;
import spine.common.file.FileTree;

class StudyBatchTest {
    @TempDir
    private Path temp;
    private final TestScoring scoring = new TestScoring();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Work pause = () -> { };
    private TestTimeline timeline;
    private final Console console = new Console(stream(out), stream(err), false);

    private interface Work {
        void run() throws IOException;
    }

    @Test
    void oneBadStudyDoesNotStopTheOthers() throws Exception {
        assertEquals(3, score("1.1", "1.2 bad", "1.3"));
        assertEquals(List.of("spine: 1.2 bad has no sagittal series. (folder /archive/1.2 bad)",
                "all studies: " + temp.resolve("index.html"), "3 studies: 2 done, 0 kept, 1 refused, 0 failed"),
                text(err).lines().toList());
        assertTrue(text(out).startsWith("1.1  sparcc: total23 7, total6 6, 1 of 23 units in view, worst T7/8  "), text(out));
        assertEquals(List.of("study,total23", "1.1,7", "1.3,7"), scores());
        assertEquals(List.of("study,folder,status,reason", "1.1,/archive/1.1,scored,",
                "1.2 bad,/archive/1.2 bad,refused,1.2 bad has no sagittal series.", "1.3,/archive/1.3,scored,"), studies());
    }

    @Test
    void theTablesAreSortedByStudy() throws Exception {
        assertEquals(0, score("1.3", "1.1", "1.20"));
        assertEquals(List.of("study,total23", "1.1,7", "1.20,7", "1.3,7"), scores());
        assertEquals(List.of("1.3", "1.1", "1.20"), text(out).lines().map(line -> line.split(" ")[0]).toList());
    }

    @Test
    void whatIsNoSpineIsSaidSoAndTheOthersAreScored() throws Exception {
        assertEquals(3, score("1.1", "1.2.head", "1.3"));
        List<String> lines = text(out).lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).startsWith("1.2.head  no spine  "), lines.get(1));
        assertTrue(lines.get(2).startsWith("1.3  sparcc: total23 7"), lines.get(2));
        assertTrue(text(err).contains("These images show a head."), text(err));
        assertTrue(text(err).contains("3 studies: 3 done (1 without a spine), 0 kept"), text(err));
        assertEquals("1.2.head,/archive/1.2.head,no spine,These images show a head.", studies().get(2));
    }

    @Test
    void jsonTellsScoresAndFailures() throws Exception {
        console.configure(false, true);
        assertEquals(1, score("1.2.head", "1.3 bad", "1.4 crash"));
        JsonNode studies = new ObjectMapper().readTree(text(out));
        assertTrue(studies.get(0).at("/scores/sparcc/total23").isNull(), studies.toString());
        assertFalse(studies.get(0).get("spine").asBoolean());
        assertEquals(0, studies.get(0).at("/scores/sparcc/unitsInView").asInt(-1));
        assertEquals("refused", studies.get(1).get("status").asText());
        assertEquals("1.3 bad has no sagittal series.", studies.get(1).get("reason").asText());
        assertEquals("failed", studies.get(2).get("status").asText());
        assertEquals("/archive/1.4 crash", studies.get(2).get("input").asText());
    }

    @Test
    void aFileThatCannotBeWrittenCostsItsStudyOnly() throws Exception {
        assertEquals(1, score("1.1 full", "1.2"));
        assertEquals("spine: A file could not be read or written: No space left on device. (study 1.1 full, folder /archive/1.1 full)",
                text(err).lines().findFirst().orElseThrow());
        assertEquals(List.of("study,total23", "1.2,7"), scores());
    }

    @Test
    void anUnexpectedFailureIsOneSentence() throws Exception {
        assertEquals(1, score("1 crash", "2 bad"));
        assertTrue(text(err).contains("has the details."), text(err));
        assertFalse(text(err).contains("\tat "), text(err));
    }

    @Test
    void aStudyThatNeedsTooMuchMemoryCostsItselfOnly() throws Exception {
        assertEquals(1, score("1.1 huge", "1.2"));
        assertTrue(text(err).contains("spine: Study 1.1 huge needs more memory than there is; the log "), text(err));
        assertEquals(List.of("study,total23", "1.2,7"), scores());
    }

    /** Whatever is thrown, of which the names of Java say nothing to a user. */
    @Test
    void anErrorCostsItsStudyOnly() throws Exception {
        List<String> errors = List.of("stack", "link", "init", "vm", "assert");
        for (String error : errors) {
            assertEquals(1, score("1.1 " + error, "1.2"));
            assertTrue(text(err).contains("Study 1.1 " + error + " failed unexpectedly ("), text(err));
        }
        assertFalse(text(err).contains("java."), text(err));
        assertEquals(List.of("study,total23", "1.2,7"), scores());
        assertEquals(errors.size() + 2, studies().size());
    }

    @Test
    void theTableOfStudiesHasTheColumnsOfTheDataDictionary() throws Exception {
        score(false, "1.1");
        String dictionary = Files.readString(Path.of("..", "docs", "data-dictionary.md"));
        String section = dictionary.substring(dictionary.indexOf("## studies.csv"), dictionary.indexOf("## scores.csv"));
        assertEquals(Pattern.compile("^\\| `(\\w+)`", Pattern.MULTILINE).matcher(section).results().map(column -> column.group(1)).toList(),
                List.of(Files.readAllLines(temp.resolve("studies.csv")).get(0).split(",")));
    }

    /** As on a disk that is full for a while. */
    @Test
    void tablesThatCannotBeWrittenAreWrittenAfterTheNextStudy() throws Exception {
        Path table = temp.resolve("studies.csv");
        Files.createDirectories(table.resolve("in the way"));
        pause = () -> {
            if (scoring.scored().size() == 2) {
                FileTree.delete(table);
            }
        };
        assertEquals(0, score("1.1", "1.2", "1.3"));
        assertEquals(1, text(err).lines().filter(line -> line.startsWith("spine: The tables could not be written: ")).count(), text(err));
        assertEquals(List.of("study,total23", "1.1,7", "1.2,7", "1.3,7"), scores());
        assertEquals(4, studies().size());
    }

    @Test
    void anIndexThatFailedIsNamedAndTriedAgain() throws Exception {
        assertEquals(1, score("1.1 partly", "1.2"));
        assertTrue(text(err).startsWith("spine: The scoring index berlin 1.0.0 failed. (study 1.1 partly, "), text(err));
        assertTrue(text(err).contains("2 studies: 1 done, 0 kept, 0 refused, 0 failed, 1 incomplete"), text(err));
        assertTrue(text(out).startsWith("1.1 partly  sparcc: total23 7"), text(out));
        assertEquals("1.1 partly,/archive/1.1 partly,incomplete,The scoring index berlin 1.0.0 failed.", studies().get(1));
        assertEquals(List.of("study,total23", "1.1 partly,7", "1.2,7"), scores());
        score("1.1 partly", "1.2");
        assertEquals(List.of("1.1 partly", "1.2", "1.1 partly"), scoring.scored());
    }

    @Test
    void theLongTablesAndThePageComeInTheEnd() throws Exception {
        assertEquals(3, score("1.2", "1.1", "1.3 bad"));
        assertEquals(List.of("study,total,value", "1.1,total23,7", "1.2,total23,7"), totals());
        assertEquals("2 studies in totals.csv", Files.readString(temp.resolve("index.html")));
    }

    /** A run was killed after the result, before the long tables. */
    @Test
    void whatAnOlderResultSaidInALongTableGoes() throws Exception {
        score("1.1");
        Files.writeString(temp.resolve("totals.csv"), "study,total,value,reader\n1.0,total23,2,x\n1.1,total23,5,\n");
        assertEquals(0, score("1.1"));
        assertEquals(List.of("study,total,value,reader", "1.0,total23,2,x", "1.1,total23,7,"), totals());
        Files.writeString(temp.resolve("totals.csv"), "study,total,value,reader\n1.0,total23,2,x\n1.1,total23,7,y\n");
        assertEquals(0, score("1.1"));
        assertEquals("1.1,total23,7,y", totals().get(2), "a column of one's own stays");
    }

    @Test
    void aBatchThatIsInterruptedHasThePageOfWhatIsDone() throws Exception {
        pause = () -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> score("1.1", "1.2"));
        assertEquals("1 studies in totals.csv", Files.readString(temp.resolve("index.html")));
    }

    @Test
    void aPageThatCannotBeWrittenIsNamed() throws Exception {
        Files.createDirectories(temp.resolve("index.html/in the way"));
        assertEquals(1, score("1.1"));
        assertTrue(text(err).contains("spine: The tables and the page of all studies could not be written: "), text(err));
        assertEquals(List.of("study,total23", "1.1,7"), scores());
    }

    /** As results that were copied together. */
    @Test
    void tablesOfAllFoldersAreGathered() throws Exception {
        score("1.1", "1.2");
        for (String table : List.of("scores.csv", "totals.csv", "studies.csv")) {
            Files.delete(temp.resolve(table));
        }
        Files.move(temp.resolve("1.2"), temp.resolve("1.2 of Jane"));
        Files.writeString(Files.createDirectory(temp.resolve("1.1.kept-1")).resolve("scores.csv"), "study,total23\n1.1,3\n");
        try (OutputPlace place = OutputPlace.open(temp)) {
            new BatchTables(place).gather();
        }
        assertEquals(List.of("study,total23", "1.1,7", "1.2,7"), scores());
        assertEquals(List.of("study,total,value", "1.1,total23,7", "1.2,total23,7"), totals());
        assertFalse(Files.exists(temp.resolve("studies.csv")));
    }

    /** As the page has them: the folder that the study names, else the first by name. */
    @Test
    void ofSeveralResultsOfAStudyOneIsInTheTables() throws Exception {
        result("0", "1.1", 1);
        result("1.1", "1.1", 2);
        result("2", "1.1", 3);
        result("b", "1.2", 4);
        result("c", "1.2", 5);
        try (OutputPlace place = OutputPlace.open(temp)) {
            new BatchTables(place).gather();
        }
        assertEquals(List.of("study,total23", "1.1,2", "1.2,4"), scores());
    }

    private void result(String folder, String study, int total) throws IOException {
        Path place = Files.createDirectory(temp.resolve(folder));
        Files.writeString(place.resolve("scores.csv"), "study,total23\n" + study + "," + total + "\n");
    }

    @Test
    void aBrokenTableIsNamedWithItsLine() throws Exception {
        Path table = Files.writeString(temp.resolve("studies.csv"), "study,folder,status\n1.1,/a,scored\n1.2\n");
        OutputPlace.require(temp);
        Files.writeString(table, "1.3,\"/a,scored\n1.4,/a,scored\n", StandardOpenOption.APPEND);
        RefusedException refused = assertThrows(RefusedException.class, () -> OutputPlace.require(temp));
        assertEquals(table + " is not a table of studies: line 4 has a quotation mark that is not closed, or one in a wrong place.",
                refused.getMessage());
        assertEquals(3, refused.exitCode());
        Files.writeString(table, "study,status,status\n");
        assertEquals(table + " is not a table of studies: the first line names a column twice.", refused(temp));
    }

    /** They could not be scored either; what was scored is in the tables. */
    @Test
    void withoutAModelTheOthersAreNotTried() throws Exception {
        assertThrows(UnavailableException.class, () -> score("1.1", "1.2 gone", "1.3"));
        assertEquals("3 studies: 1 done, 0 kept, 0 refused, 0 failed, 2 not tried", text(err).lines().reduce((a, b) -> b).orElseThrow());
        assertEquals(List.of("study,total23", "1.1,7"), scores());
    }

    @Test
    void theSameAgainKeepsWhatIsFinished() throws Exception {
        score("1.1", "1.2 bad", "1.3.head");
        List<String> before = studies();
        assertEquals(3, score("1.1", "1.2 bad", "1.3.head", "1.4"));
        assertEquals(List.of("1.1", "1.3.head", "1.4"), scoring.scored());
        assertTrue(text(out).contains("1.1  kept  " + temp.resolve("1.1")), text(out));
        assertTrue(text(err).contains("4 studies: 2 done (1 without a spine), 1 kept, 1 refused, 0 failed"), text(err));
        assertEquals(before, studies().subList(0, 4), "what is kept is as it was");
        assertEquals(List.of("study,total23", "1.1,7", "1.3.head,7", "1.4,7"), scores());
    }

    @Test
    void whatIsNoSpineStaysSoWhenItIsKept() throws Exception {
        assertEquals(3, score("1.3.head"));
        List<String> before = studies();
        assertEquals(3, score("1.3.head"), "nothing was scored this time either");
        assertEquals(List.of("1.3.head"), scoring.scored());
        assertTrue(text(err).endsWith("spine: These images show a head. (study 1.3.head, folder /archive/1.3.head)\n"), text(err));
        assertEquals(before, studies());
    }

    @Test
    void rowsOfEarlierRunsStay() throws Exception {
        score("1.1");
        Files.writeString(temp.resolve("scores.csv"), "study,total23,reader\n1.1,7,5\n");
        score("1.2");
        assertEquals(List.of("study,total23,reader", "1.1,7,5", "1.2,7,"), scores());
        assertEquals(3, studies().size());
    }

    @Test
    void aTableThatASpreadsheetSavedGrows() throws Exception {
        Files.writeString(temp.resolve("scores.csv"), "\uFEFFreader,study,total23\r\n5,1.0,7\r\nonly a remark\r\n,,\r\n");
        assertEquals(0, score("1.1"));
        assertEquals(List.of("reader,study,total23", "only a remark,,", "\"\",,", "5,1.0,7", "\"\",1.1,7"), scores());
    }

    @Test
    void aTableThatWouldLoseFieldsIsNamed() throws Exception {
        Files.writeString(temp.resolve("scores.csv"), "study,total23\n1.1,7,5\n");
        assertTrue(refused(temp).contains("has more fields than the first"), refused(temp));
        Files.writeString(temp.resolve("scores.csv"), "study,study\n1.1,1.2\n");
        assertTrue(refused(temp).contains("scores.csv is not a table of studies"), refused(temp));
        Files.write(temp.resolve("scores.csv"), new byte[] {'s', 't', 'u', 'd', 'y', '\n', (byte) 0xE4, '\n'});
        assertTrue(refused(temp).contains("not in UTF-8"), refused(temp));
    }

    @Test
    void rowsOfAReplacedResultGo() throws Exception {
        score("1.1");
        Files.writeString(temp.resolve("measures.csv"), "study,volume\n1.0,2\n1.1,3\n");
        scoring.update();
        assertEquals(0, score("1.1"));
        assertEquals(List.of("study,volume", "1.0,2"), Files.readAllLines(temp.resolve("measures.csv")));
    }

    /** Killed after the result, before the table. */
    @Test
    void aKeptStudyComesIntoTheTables() throws Exception {
        score("1.1");
        Files.delete(temp.resolve("scores.csv"));
        Files.delete(temp.resolve("studies.csv"));
        score("1.1");
        assertEquals(List.of("study,total23", "1.1,7"), scores());
        assertEquals("1.1,/archive/1.1,kept,", studies().get(1));
    }

    @Test
    void aNewerBundleScoresAgain() throws Exception {
        score("1.1");
        scoring.update();
        assertEquals(0, score("1.1"));
        assertEquals(List.of("1.1", "1.1"), scoring.scored());
        assertEquals(List.of("study,total23", "1.1,7"), scores());
        assertEquals("1.1,/archive/1.1,scored,\"An older result was replaced."
                + " It was made by index sparcc 1.0.0, now it is index sparcc 1.1.0.\"",
                studies().get(1));
    }

    @Test
    void whatAPersonChangedIsNotReplaced() throws Exception {
        score("1.1");
        Files.writeString(temp.resolve("1.1/scores.csv"), "study,total23\n1.1,5\n");
        assertEquals(0, score("1.1"));
        assertTrue(text(err).contains("note: scores.csv was changed since it was written."), text(err));
        assertEquals("1.1,/archive/1.1,scored,scores.csv was changed since it was written.", studies().get(1));
        scoring.update();
        assertEquals(1, score("1.1"));
        assertTrue(text(err).contains("spine: " + temp.resolve("1.1") + " is left as it is: scores.csv was changed since it was written. "
                + "With --overwrite it is replaced, and kept beside."), text(err));
        assertEquals("changed by hand", studies().get(1).split(",")[2]);
        assertEquals("1.1,5", Files.readAllLines(temp.resolve("1.1/scores.csv")).get(1));
        assertEquals(List.of("1.1"), scoring.scored());
    }

    @Test
    void overwritingKeepsItBeside() throws Exception {
        score("1.1");
        Files.writeString(temp.resolve("1.1/note.txt"), "seen by two readers");
        assertEquals(0, score(true, "1.1"));
        assertEquals(List.of("1.1", "1.1"), scoring.scored());
        assertEquals("seen by two readers", Files.readString(temp.resolve("1.1.kept-1/note.txt")));
        assertFalse(Files.exists(temp.resolve("1.1/note.txt")));
    }

    @Test
    void whatKilledRunsLeftGoes() throws Exception {
        Path leftover = temp.resolve(".1.1.part-01234567-89ab-cdef-0123-456789abcdef");
        Path comparison = Files.createDirectories(temp.resolve("comparisons/.1.1.old-01234567-89ab-cdef-0123-456789abcdef"));
        Files.writeString(Files.createDirectory(leftover).resolve("report.html"), "half");
        score("1.1");
        assertFalse(Files.exists(leftover));
        assertFalse(Files.exists(comparison));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");
        assertTrue(refused(file.resolve("out")).endsWith("out: " + file + " is a file."));
        Files.writeString(temp.resolve("scores.csv"), "name;value\n");
        assertTrue(refused(temp).contains("scores.csv is not a table of studies"), refused(temp));
        OutputPlace.require(temp.resolve("new/place"));
        assertFalse(Files.exists(temp.resolve("new")));
    }

    @Test
    void withoutAResultTheFolderGoes() throws Exception {
        Path out = temp.resolve("new/place");
        OutputPlace.open(out).close();
        assertFalse(Files.exists(temp.resolve("new")));
    }

    @Test
    void aStrangeUidDoesNotLeadOutOfTheFolder() throws Exception {
        score("../../etc");
        assertTrue(names().stream().anyMatch(name -> name.matches("__\\.\\._etc-[0-9a-f]{32}")), names().toString());
    }

    @Test
    void strangeUidsThatLookAlikeHaveFoldersOfTheirOwn() throws Exception {
        score("1/2", "1_2", "A", "a");
        assertEquals(4, names().stream().map(name -> name.toLowerCase(Locale.ROOT)).filter(name -> name.matches("(1_2|a)-[0-9a-f]{32}"))
                .distinct().count(), names().toString());
    }

    @Test
    void aComparisonIsOneLine() throws Exception {
        timeline = new TestTimeline(temp);
        assertEquals(3, score("1.1", "1.2 bad", "1.3.head", "1.4"));
        assertEquals(List.of("1.1", "1.3.head", "1.4"), timeline.asked());
        List<String> lines = text(out).lines().toList();
        assertTrue(lines.get(2).startsWith("1.4  sparcc: "), lines.get(2));
        assertEquals("  compared with the result of 2023-01-05: total6 fell by 3 points. 1 warning  "
                + temp.resolve("comparisons/1.4/comparison.html"), lines.get(3));
        assertEquals("  1.9 compared with the result of 2022-02-01 (1 more until 2023-01-05): total6 rose by 2 points.  "
                + temp.resolve("comparisons/1.9/comparison.html"), lines.get(4));
        assertTrue(text(err).contains("    warning: The models differ."), text(err));
        assertTrue(text(err).contains("  note: Study 1.4 is not compared with study 1.0"), text(err));
        assertTrue(text(err).contains("1 of 2 results is not compared"), text(err));
    }

    @Test
    void aComparisonIsThereForPrograms() throws Exception {
        timeline = new TestTimeline(temp);
        console.configure(true, true);
        score("1.1", "1.4");
        JsonNode studies = new ObjectMapper().readTree(text(out));
        assertEquals(0, studies.get(0).get("comparisons").size());
        assertEquals("2023-01-05", studies.get(1).at("/comparisons/0/since").asText());
        assertEquals(-3, studies.get(1).at("/comparisons/0/totals/0/change").asDouble());
        assertEquals("improved", studies.get(1).at("/comparisons/0/totals/0/verdict").asText());
    }

    /** As in a home that may not be written to. */
    @Test
    void whatCannotBeComparedIsSaidOnceAndScoredAllTheSame() throws Exception {
        timeline = new TestTimeline(temp);
        timeline.failure = new AccessDeniedException("/home/.spine/timeline");
        assertEquals(0, score("1.1", "1.4"));
        assertEquals(List.of("study,total23", "1.1,7", "1.4,7"), scores());
        assertEquals(1, text(err).lines().filter(line -> line.equals("spine: Results are not compared with earlier ones of their patients: "
                + "/home/.spine/timeline may not be read or written by this user.")).count(), text(err));
    }

    private int score(String... uids) throws Exception {
        return score(false, uids);
    }

    private int score(boolean overwrite, String... uids) throws Exception {
        ScoringOptions options = new ScoringOptions(temp.toString(), List.of("sparcc"), List.of("csv"), List.of(), false, overwrite,
                "", false, ScoringOptions.NO_LIMIT);
        try (OutputPlace place = OutputPlace.open(temp)) {
            return new StudyBatch(scoring, options, new BatchTables(place), new BatchPage(place, this::page), new Cancellation(),
                    Path.of("log"), console, this::pause, new EarlierResults(Optional.ofNullable(timeline), console))
                    .score(Stream.of(uids).map(TestScoring::source).toList());
        }
    }

    /** Stands for the page that another bundle writes. */
    private CohortSummary page(Path folder) throws IOException {
        int studies = totals().size() - 1;
        AtomicFile.write(folder.resolve("index.html"), studies + " studies in totals.csv");
        return new CohortSummary(folder.resolve("index.html"), studies, studies, List.of(), List.of());
    }

    private List<String> totals() throws IOException {
        Path table = temp.resolve("totals.csv");
        return Files.exists(table) ? Files.readAllLines(table) : List.of("");
    }

    private void pause() {
        try {
            pause.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refused(Path out) {
        return assertThrows(RefusedException.class, () -> OutputPlace.require(out)).getMessage();
    }

    private List<String> scores() throws IOException {
        return Files.readAllLines(temp.resolve("scores.csv"));
    }

    /** Without time and warnings. */
    private List<String> studies() throws IOException {
        return Files.readAllLines(temp.resolve("studies.csv")).stream()
                .map(line -> line.replaceFirst(",[0-9a-z.]+,[^,]*$", "")).toList();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
