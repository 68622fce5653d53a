package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.UnusableInputException;
import spine.api.cohort.ReaderStudy;
import spine.io.dicom.internal.sr.SrReportReader;

class ReaderStudyTest {
    /** Ten patients by three readers: fixture of the intraclass correlations in reference.R. */
    private static final int[][] TEN = {{0, 0, 0}, {0, 1, 0}, {2, 3, 2}, {4, 4, 6}, {0, 0, 2}, {12, 10, 13}, {25, 22, 28}, {1, 0, 0},
        {7, 9, 6}, {48, 41, 52}};

    @TempDir
    Path folder;
    private final ReaderStudy study = new ReaderStudyEvaluation(file -> List.of(), new SrReportReader(new WordCodec()), new WordCodec());

    @Test
    void totalsOfThreeReaders() throws Exception {
        StringBuilder table = new StringBuilder("study,reader,total6\n");
        for (int i = 0; i < TEN.length; i++) {
            for (int reader = 0; reader < 3; reader++) {
                table.append("1.").append(i).append(',').append("ABC".charAt(reader)).append(',').append(TEN[i][reader]).append('\n');
            }
            report("1." + i, TEN[i][1], Map.of("T6/7", Math.min(18, TEN[i][1])));
        }
        JsonNode found = compare(table.toString());
        // By psych::ICC; the median of pairs is that of the three below.
        assertEquals(0.979241, value(found, "readers-total6", "all readers", "ICC(2,1)"), 1e-6);
        assertEquals(0.941331, found.at("/tables/readers-total6/all readers/ICC(2,1)/lower").asDouble(), 1e-6);
        assertEquals(0.981208, value(found, "readers-total6", "all readers", "ICC(3,1)"), 1e-6);
        double[] pairs = {value(found, "readers-total6", "A and B", "ICC(2,1)"), value(found, "readers-total6", "A and C", "ICC(2,1)"),
            value(found, "readers-total6", "B and C", "ICC(2,1)")};
        Arrays.sort(pairs);
        assertEquals(pairs[1], value(found, "readers-total6", "median of pairs", "ICC(2,1)"), 1e-9);
        assertFalse(found.path("readersAgreeAsPeople").asBoolean(true));
        // The pipeline says what B says.
        assertEquals(1, value(found, "pipeline-total6", "pipeline and B", "ICC(2,1)"), 1e-9);
        assertEquals(value(found, "readers-total6", "all readers", "ICC(2,1)"), value(found, "exchange-total6", "pipeline in place of B",
                "ICC(2,1)"), 1e-9);
        // Three times what B says minus what all say, patient by patient.
        assertEquals((2 + 2 - 2 - 2 - 5 - 9 - 1 + 5 - 18) / 30.0, value(found, "pipeline-total6", "pipeline and mean of readers", "bias"),
                1e-6);
        // From a score of 2: by A 3, 4, 6, 7, 9 and 10, by B the same.
        assertEquals(1, value(found, "status-patients", "pipeline and A", "sensitivity"), 1e-9);
        assertEquals("6 of 6 patients inflamed", found.at("/tables/status-patients/pipeline and A/sensitivity/basis").asText());
        // C calls the fifth inflamed too: 6 of 7, and kappa (0.9 - 0.54) / (1 - 0.54).
        assertEquals(6 / 7.0, value(found, "status-patients", "pipeline and C", "sensitivity"), 1e-6);
        assertEquals(0.36 / 0.46, value(found, "status-patients", "pipeline and C", "kappa"), 1e-6);
        List<String> gaps = words(found.path("gaps"));
        assertTrue(gaps.get(0).startsWith("10 patients are too few to say how well"), gaps.get(0));
        assertEquals(List.of("Not every reader has told total23 of a study; its figures are missing.",
                "Not every reading tells the scores of units: there are no figures on units, and the consensus is the median of totals.",
                "Nobody read a study twice: there are no figures on readers with themselves.",
                "No patient has two time points: there are no figures on change."), gaps.subList(1, gaps.size()));
    }

    @Test
    void unitsSittingsAndChange() throws Exception {
        // Four patients at two times; by both readers total6 changes by -4, 0, 2 and -6.
        StringBuilder table = new StringBuilder("study;patient;timepoint;reader;sitting;T6/7;T7/8;L1/2;remark\n");
        int[][] scores = {{6, 2}, {3, 3}, {0, 2}, {9, 3}};
        for (int patient = 0; patient < 4; patient++) {
            for (int time = 0; time < 2; time++) {
                String line = "2." + patient + "." + time + ";p" + patient + ";" + (time + 1) + ";";
                int score = scores[patient][time];
                // B reads one point more on the second time, and puts it on the next level.
                table.append(line).append("A;1;").append(score).append(";0;0;first\n").append(line).append("A;2;").append(score)
                        .append(";1;0;\n").append(line).append("B;1;0;").append(score + time).append(";0;\n").append(line).append("C;1;")
                        .append(score).append(";0;;\n");
                report("2." + patient + "." + time, score, Map.of("T6/7", score));
            }
        }
        JsonNode found = compare(table.toString());
        assertEquals(8, found.path("studies").asInt());
        assertEquals(4, found.path("followed").asInt());
        // A slip of one reader by a level changes nothing of the consensus.
        assertEquals(1, value(found, "pipeline-total6", "pipeline and consensus of readers", "ICC(2,1)"), 1e-9);
        assertEquals(1, value(found, "status-units", "pipeline and consensus of readers", "kappa"), 1e-9);
        assertEquals(0, value(found, "status-units", "pipeline and B", "sensitivity"), 1e-9);
        // A's second sitting has one point more: no spread, so an SEM of 0.
        assertEquals(1, value(found, "sittings-total6", "A", "bias"), 1e-9);
        assertEquals(0, value(found, "sittings-total6", "A", "SEM"), 1e-9);
        assertTrue(found.at("/tables/sittings-total6/B").isMissingNode());
        assertEquals(-2, value(found, "responsiveness-total6", "pipeline", "mean change"), 1e-9);
        assertEquals(-2 / Math.sqrt(40 / 3.0), value(found, "responsiveness-total6", "pipeline", "SRM"), 1e-6);
        // SD of 6, 3, 0, 9.
        assertEquals(-2 / Math.sqrt(15), value(found, "responsiveness-total6", "pipeline", "effect size"), 1e-6);
        assertEquals(1, value(found, "change-total6", "pipeline and A", "same direction"), 1e-9);
        // By B: -3, 1, 3, -5.
        assertEquals(0.75, value(found, "change-total6", "pipeline and B", "same direction"), 1e-9);
        assertEquals(0, value(found, "change-total6", "pipeline and B", "SDC (Bruynesteyn)"), 1e-9);
        assertEquals(List.of("Columns of readings.csv that were ignored: remark."), words(found.path("notes")));
        String ratings = Files.readString(folder.resolve("out/ratings.csv"));
        assertTrue(ratings.startsWith("study,patient,timepoint,reader,sitting,total23,total6,T6/7,T7/8,L1/2\n"
                + "2.0.0,p0,1,pipeline,1,6,6,6,,\n"), ratings);
        assertTrue(ratings.contains("2.0.1,p0,2,B,1,3,3,0,3,0\n"), ratings);
        assertTrue(ratings.contains("2.0.1,p0,2,consensus of readers,1,2,2,2,0,0\n"), ratings);
    }

    @Test
    void whatIsUndefinedHasAReason() throws Exception {
        for (int i = 0; i < 3; i++) {
            report("3." + i, 0, Map.of());
        }
        JsonNode found = compare("study,reader,total6,total23\n3.0,A,0,0\n3.1,A,0,0\n3.2,A,0,\n3.0,B,0,1\n3.1,B,2,3\n3.2,B,0,0\n");
        assertTrue(found.at("/tables/pipeline-total6/pipeline and A/ICC(2,1)/value").isNull());
        assertEquals("An intraclass correlation is undefined: all readings are the same.",
                found.at("/tables/pipeline-total6/pipeline and A/ICC(2,1)/undefined").asText());
        assertEquals("n = 2", found.at("/tables/pipeline-total23/pipeline and A/ICC(2,1)/basis").asText("n = 2"));
        String page = Files.readString(folder.resolve("out/" + ReaderStudy.PAGE));
        assertTrue(page.contains(
                "ICC(2,1), ICC(3,1) (pipeline and A): An intraclass correlation is undefined: all readings are the same."), page);
        for (String file : List.of(ReaderStudy.PAGE, ReaderStudy.JSON, ReaderStudy.CSV, ReaderStudy.RATINGS)) {
            assertFalse(Files.readString(folder.resolve("out").resolve(file)).contains("NaN"), file);
        }
    }

    @Test
    void whoIsNotScoredByAllIsLeftOut() throws Exception {
        for (int i = 0; i < 4; i++) {
            report("4." + i, i, Map.of("L1/2", i));
        }
        JsonNode found = compare("study,reader,total6\n4.0,A,1\n4.1,A,2\n4.2,A,3\n4.9,A,1\n4.0,B,1\n4.1,B,2\n4.9,B,1\n");
        assertEquals(List.of("Study 4.2 was not read by B.", "Study 4.9: No report of this study was found."),
                words(found.path("leftOut")));
        assertEquals(2, found.path("patients").asInt());
        assertSentence("not two patients", "study,reader,total6\n4.0,A,1\n4.8,A,2\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "study,total6~1,2|no column reader",
        "reader,total6~A,2|no column study",
        "study,reader~1,A|neither a column total6 or total23",
        "study,reader,total6,Total6~1,A,2,2|two columns Total6",
        "study,timepoint,reader,total6~1,1,A,2|no column patient",
        "study,reader,total6~1,A,2~2,A,x|Line 3 of FILE has \"x\" in the column total6, where a score from 0 to 108",
        "study,reader,total6~1,A,109|from 0 to 108",
        "study,reader,total6~1,A,-1|\"-1\" in the column total6",
        "study,reader,total6~1,A,NaN|Line 2 of FILE has no score",
        "study,reader,T6/7~1,A,18.5|\"18.5\" in the column T6/7, where a score from 0 to 18",
        "study,reader,total6~1,,2|nothing in the column reader",
        "study,reader,total6~,A,2|nothing in the column study",
        "study,reader,sitting,total6~1,A,first,2|\"first\" in the column sitting, where a whole number",
        "study,patient,timepoint,reader,total6~1,p,0,A,2|\"0\" in the column timepoint",
        "study,reader,total23,T6/7~1,A,5,4|in the column total23, but its units add up to another number",
        "study,reader,total6,T6/7~1,A,5,4|total6, but its six highest units add up to less",
        "study,reader,total6,total23~1,A,5,4|greater number in the column total6",
        "study,reader,total6~1,A,2~1,A,3|Line 3 of FILE is a second reading of the study of Line 2",
        "study,patient,reader,total6~1,p,A,2~2,p,A,3|timepoint tells which came first",
        "study,patient,reader,total6~1,p,A,2~1,q,B,3|another patient or time point",
        "study,reader,total6~1,a name of more characters than there is room for,2|Line 2 of FILE has a name of more than 40 characters",
        "study,reader,total6~1,Pipeline,2|by which another is known",
        "study,reader,total6|no reading in",
        "``|is empty"})
    void whatIsNoTableIsRefused(String table, String reason) throws Exception {
        report("1", 1, Map.of());
        assertSentence(reason, table.replace('~', '\n') + "\n");
    }

    @Test
    void thereAreNotTooManyReaders() throws Exception {
        report("1", 1, Map.of());
        StringBuilder table = new StringBuilder("study,reader,total6\n");
        for (int reader = 0; reader <= 20; reader++) {
            table.append("1,R").append(reader).append(",2\n");
        }
        assertSentence("There are 21 readers; 20 can be compared", table.toString());
    }

    @Test
    void hostileNamesDoNothing() throws Exception {
        String hostile = "=1+1</style><script>x</script>\u202e";
        for (int i = 0; i < 3; i++) {
            report("5." + i, i, Map.of("L1/2", i));
        }
        compare("study,patient,reader,total6\n5.0,@p,\"" + hostile + "\",1\n5.1,q,\"" + hostile + "\",2\n5.2,r,\"" + hostile + "\",3\n");
        String page = Files.readString(folder.resolve("out/" + ReaderStudy.PAGE));
        assertFalse(page.contains("<script") || page.contains("\u202e</svg"), page);
        assertTrue(page.contains("read by <bdi>=1+1&lt;/style&gt;"), page);
        String ratings = Files.readString(folder.resolve("out/ratings.csv"));
        assertTrue(ratings.contains("5.0,'@p,1,'=1+1</style>"), ratings);
        for (String line : Files.readAllLines(folder.resolve("out/" + ReaderStudy.CSV))) {
            assertFalse(line.matches("(.*,)?\"?[=@+].*"), line);
        }
    }

    @Test
    void truthAndImagesOfSyntheticStudies() throws Exception {
        for (int i = 0; i < 3; i++) {
            report("6." + i, 2 * i, Map.of("L1/2", 2 * i));
            Files.writeString(folder.resolve("results/6." + i + "/truth.json"), json("6." + i, 2 * i + 1, Map.of("L1/2", 2 * i + 1)));
            Files.writeString(folder.resolve("results/6." + i + "/images.csv"), "study,inflamedTruth,inflamedPredicted,bodyTruth,diceBody,"
                    + "discTruth,diceDisc\n6." + i + ",1,1,10,0.8,0,0\n6." + i + ",0,1,10,0.2,5,0.1\n6." + i + ",1,0,10,0.9,5,0.7\n");
        }
        Path table = Files.writeString(folder.resolve("readings.csv"), "study,reader,total6\n6.0,A,1\n6.1,A,2\n6.2,A,4\n");
        study.compare(new ReaderStudy.Material(List.of(table), folder.resolve("results"), Optional.of(folder.resolve("results")), "Made.",
                List.of("Patient 7: no.")), folder.resolve("out"));
        JsonNode found = new ObjectMapper().readTree(folder.resolve("out/" + ReaderStudy.JSON).toFile());
        assertTrue(found.path("synthetic").asBoolean());
        assertEquals(-1, value(found, "truth-total6", "pipeline", "bias"), 1e-9);
        Map<String, Double> paper = new TreeMap<>();
        found.path("paper").forEach(row -> paper.put(row.path("figure").asText() + ", " + row.path("compared").asText(),
                row.path("value").asDouble()));
        assertEquals(0.5, paper.get("sensitivity for inflammation, pipeline and truth, images"), 1e-9);
        assertEquals(0, paper.get("specificity for inflammation, pipeline and truth, images"), 1e-9);
        assertEquals(0.85, paper.get("Dice of vertebral bodies, pipeline and truth, images with inflammation"), 1e-9);
        assertEquals(0.7, paper.get("Dice of discs, pipeline and truth, images with inflammation"), 1e-9);
        String page = Files.readString(folder.resolve("out/" + ReaderStudy.PAGE));
        assertTrue(page.contains("<strong>Synthetic.</strong>") && page.contains("Patient 7: no.") && page.contains("<p>Made.</p>"), page);
    }

    private JsonNode compare(String table) throws Exception {
        Files.writeString(folder.resolve("readings.csv"), table);
        study.compare(new ReaderStudy.Material(List.of(folder), folder.resolve("results"), Optional.empty(), "", List.of()),
                folder.resolve("out"));
        return new ObjectMapper().readTree(folder.resolve("out/" + ReaderStudy.JSON).toFile());
    }

    private void assertSentence(String reason, String table) {
        String message = assertThrows(UnusableInputException.class, () -> compare(table)).getMessage();
        assertTrue(message.replace(folder.resolve("readings.csv").toString(), "FILE").contains(reason), message);
        assertTrue(message.endsWith("."), message);
    }

    private void report(String study, int score, Map<String, Integer> units) throws IOException {
        Path place = Files.createDirectories(folder.resolve("results").resolve(study));
        Files.writeString(place.resolve("report.json"), json(study, score, units));
    }

    private static String json(String study, int score, Map<String, Integer> units) {
        return """
                {"schema": "spine-report/1", "study": {"studyInstanceUid": "%s"}, "index": {"id": "sparcc"},
                 "sparcc": {"total23": %d, "total6": %d, "units": [%s]}}
                """.formatted(study, score, score, units.entrySet().stream().map(unit -> "{\"level\": \"" + unit.getKey()
                        + "\", \"present\": true, \"score\": " + unit.getValue() + "}").collect(Collectors.joining(", ")));
    }

    private static double value(JsonNode found, String table, String row, String figure) {
        JsonNode value = found.path("tables").path(table).path(row).path(figure).path("value");
        assertTrue(value.isNumber(), table + ", " + row + ", " + figure);
        return value.asDouble();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
