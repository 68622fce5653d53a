package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.report.MaskFrame;
import spine.io.dicom.internal.sr.SrReportReader;

/** Images of 12 by 2 pixels, two per study: bodies of four pixels in the first row, discs of four in the second. */
class PartialTruthEvaluationTest {
    private static final int COLUMNS = 12;
    private static final int PIXELS = 2 * COLUMNS;

    @TempDir
    Path folder;
    private final TruthEvaluation evaluation = new TruthEvaluation(PartialTruthEvaluationTest::read, new SrReportReader(new WordCodec()),
            new WordCodec());
    private Path truth;
    private Path reports;

    @BeforeEach
    void write() throws IOException {
        truth = folder.resolve("truth");
        reports = folder.resolve("reports");
        // Found with half of its pixels, found under a wrong name, not found.
        volume("1", true, "", "1111222233330000" + "00000000");
        report("1", 0, "[]", "L1 1 1100000000000000" + "00000000", "L3 1 0000111100000000" + "00000000",
                "T12 1 0000000010000000" + "00000000");
        // All right, but warned; a lesion at L1/2 that nobody outlined is scored.
        volume("2", false, "{\"unit\":\"L1/2\",\"outlined\":false}", "1111222200000000" + "00000000");
        report("2", 4, "[\"The names are in doubt.\"]", "L1 1 1111000000000000" + "00000000", "L2 1 0000111100000000" + "00000000");
    }

    @Test
    void structuresAreFoundByTheirAreaAndNamedByWhatCoversThem() throws Exception {
        JsonNode metrics = evaluate().get("Outlined structures");
        assertBasis("4 of 5 structures", metrics, "structures found");
        assertBasis("3 of 5 structures", metrics, "structures found and rightly named");
        assertBasis("1 of 2 studies", metrics, "studies all right");
        assertBasis("1 of 2 studies", metrics, "studies misnamed");
        assertBasis("1 of 1 misnamed studies", metrics, "misnamed without a warning");
        assertBasis("1 of 1 studies that are all right", metrics, "all right but warned");
        assertEquals((2.0 * 2 / 6 + 1 + 1 + 1) / 4, metrics.at("/body Dice, images that show it well/value").asDouble(), 1e-6);
        assertEquals(0.8, metrics.at("/mean confidence of names/value").asDouble(), 1e-6);
        assertEquals(0.75, metrics.at("/share right of names/value").asDouble(), 1e-6);
        assertEquals(0.05, metrics.at("/calibration error of names/value").asDouble(), 1e-6);
        assertEquals(0.6, metrics.at("/mean confidence of all names of a study/value").asDouble(), 1e-6);
        assertEquals(0.5, metrics.at("/share right of all names of a study/value").asDouble(), 1e-6);
    }

    @Test
    void aDiscNeedsAQuarter() throws Exception {
        Files.writeString(truth.resolve("1/truth.json"), Files.readString(truth.resolve("1/truth.json")).replace("\"L3\"", "\"L2/3\""));
        report("1", 0, "[]", "L2/3 1 0000000010000000" + "00000000");
        assertBasis("1 of 1 structures", evaluate().get("Outlined structures"), "discs found");
    }

    @Test
    void healthAndLesionsOfPatients() throws Exception {
        assertBasis("1 of 1 studies", evaluate().get("Healthy studies"), "scored 0");
        assertBasis("1 of 1 lesions", evaluate().get("Lesions of patients"), "unit of the lesion scored above 0");
        report("1", 3, "[]");
        report("2", 0, "[]");
        assertBasis("0 of 1 studies", evaluate().get("Healthy studies"), "scored 0");
        assertBasis("0 of 1 lesions", evaluate().get("Lesions of patients"), "unit of the lesion scored above 0");
    }

    @Test
    void aReportThatWasKeptWithoutMasksIsNotEvaluated() throws Exception {
        Files.delete(reports.resolve("1/anatomy-1.seg.dcm"));
        evaluate();
        assertTrue(Files.readString(folder.resolve("out/studies.csv")).contains("There are no masks"), "studies.csv");
    }

    @Test
    void aHealthyStudyWithoutATotalIsNotScoredZero() throws Exception {
        Path report = reports.resolve("1/report.json");
        Files.writeString(report, Files.readString(report).replace("\"total23\":0", "\"total23\":null"));
        assertBasis("0 of 1 studies", evaluate().get("Healthy studies"), "scored 0");
    }

    @Test
    void insertedLesionsAreTouchedAndWhatIsFarFromThemIsFalse() throws Exception {
        inserted("3", "");
        report("3", 2, "[]", "oedema 1 1100000000000000" + "00000000", "oedema 2 0000000011000000" + "00000000");
        JsonNode metrics = evaluate().get("Inserted lesions, 2 times the marrow");
        assertBasis("1 of 2 lesions", metrics, "oedema touches the lesion");
        assertBasis("1 of 2 lesions", metrics, "unit of the lesion scored above 0");
        assertBasis("0 of 1 studies", metrics, "studies scored 0");
        // Pixels 8 and 9 of the second image: one lies 4 off the lesion of the neighbouring image, one 5.
        assertEquals(1, metrics.at("/false pixels/value").asInt());
        assertEquals(2.0 * 2 / (4 + 4), metrics.at("/Dice, pooled over all pixels/value").asDouble(), 1e-6);
        List<String> lines = Files.readAllLines(folder.resolve("out/lesions.csv"));
        assertTrue(lines.contains("3,case 3,L1/2,L1,upper endplate,2,2,1,2,1,0"), lines.toString());
    }

    @Test
    void aLesionThatNobodyOutlinedIsNeitherRightNorFalse() throws Exception {
        inserted("3", ",{\"unit\":\"L2/3\",\"outlined\":false}");
        report("3", 2, "[]", "oedema 1 0000000011110000" + "00000000");
        assertEquals(0, evaluate().at("/Inserted lesions, 2 times the marrow/false pixels/value").asInt(-1));
    }

    @Test
    void theSameInputGivesTheSamePageWhichStandsAlone() throws Exception {
        inserted("3", "");
        report("3", 2, "[]");
        evaluate();
        String page = Files.readString(folder.resolve("out/evaluation.html"));
        assertTrue(page.contains("Studies with partial truth") && page.contains("Inserted lesions, 2 times the marrow"), page);
        assertFalse(page.contains("NaN") || page.contains("Overlap of masks"), page);
        evaluate();
        assertEquals(page, Files.readString(folder.resolve("out/evaluation.html")));
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() throws Exception {
        Files.write(truth.resolve("1/truth.nii.gz"), new byte[] {1, 2, 3});
        assertSentence("truth.nii.gz is damaged");
        volume("1", true, "", "1111222233330000" + "00000000");
        Path file = truth.resolve("1/truth.json");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\"1.1\",\"1.2\"", "\"1.1\""));
        assertSentence("must list the SOP instance UIDs of the 2 slices");
        Files.writeString(file, text.replace("\"lesions\":[]", "\"lesions\":[{\"unit\":\"L9/10\"}]"));
        assertSentence("no disc level is called L9/10");
    }

    private void assertSentence(String part) {
        String message = assertThrows(UnusableInputException.class,
                () -> evaluation.evaluate(truth, reports, Optional.empty())).getMessage();
        assertTrue(message.contains(part) && message.endsWith("."), message);
    }

    private static void assertBasis(String basis, JsonNode metrics, String name) {
        assertEquals(basis, metrics.path(name).path("basis").asText(), metrics.toString());
    }

    private JsonNode evaluate() throws Exception {
        evaluation.evaluate(truth, reports, Optional.of(folder.resolve("out")));
        return new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile()).get("sections");
    }

    /** @param labels of the first image; the second is empty */
    private void volume(String study, boolean healthy, String lesions, String labels) throws IOException {
        Path place = Files.createDirectories(truth.resolve(study));
        Files.writeString(place.resolve("truth.json"), """
                {"study":"%1$s","sops":["%1$s.1","%1$s.2"],"healthy":%2$b,"structures":[{"name":"L1","label":1},{"name":"L2","label":2},
                {"name":"L3","label":3}],"lesions":[%3$s]}
                """.formatted(study, healthy, lesions));
        ByteBuffer header = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, 348).putShort(40, (short) 3).putShort(42, (short) COLUMNS).putShort(44, (short) 2).putShort(46, (short) 2)
                .putShort(70, (short) 2).putFloat(108, 352).put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(place.resolve("truth.nii.gz")))) {
            out.write(header.array());
            out.write(digits(labels));
            out.write(new byte[PIXELS]);
        }
    }

    /** Lesions at pixels 0 and 1 of one body, and 3 and 4 of another. */
    private void inserted(String study, String more) throws IOException {
        Path place = Files.createDirectories(truth.resolve(study));
        Files.writeString(place.resolve("truth.json"), """
                {"schema":"spine-partial-truth/1","case":"case %1$s","study":"%1$s","healthy":false,"stacks":[{"sops":["%1$s.1","%1$s.2"]}],
                "structures":[],"lesions":[{"unit":"L1/2","vertebra":"L1","place":"upper endplate","ratio":2},
                {"unit":"L4/5","vertebra":"L4","place":"lower endplate","ratio":2}%2$s]}
                """.formatted(study, more));
        Files.writeString(place.resolve("anatomy-1.seg.dcm"), masks(study, "L1 1 1110000000000000" + "00000000",
                "L4 1 0001111100000000" + "00000000", "L3 1 0000000011110000" + "00000000"));
        Files.writeString(place.resolve("oedema-1.seg.dcm"), masks(study, "oedema 1 1101100000000000" + "00000000"));
    }

    private void report(String study, int score, String warnings, String... masks) throws IOException {
        Path place = Files.createDirectories(reports.resolve(study));
        Files.writeString(place.resolve("report.json"), """
                {"schema":"spine-report/1","study":{"studyInstanceUid":"%1$s","stacks":[]},"index":{"id":"sparcc","version":"1.0.0"},
                "sparcc":{"total23":%2$d,"units":[{"level":"L1/2","present":true,"score":%2$d,"confidence":0.9}]},
                "images":[{"sopInstanceUid":"%1$s.1","inflamed":false,"probability":0.1}],
                "anatomy":{"nameConfidence":0.6,"vertebrae":[{"level":"L1","confidence":0.8},{"level":"L2","confidence":0.8},
                {"level":"L3","confidence":0.8}],"discs":[],"warnings":%3$s}}
                """.formatted(study, score, warnings));
        Files.writeString(place.resolve("anatomy-1.seg.dcm"), masks(study, masks));
    }

    /** @param masks label, number of the image, pixels */
    private static String masks(String study, String... masks) {
        StringBuilder lines = new StringBuilder();
        for (String mask : masks) {
            String[] words = mask.split(" ");
            lines.append(words[0]).append(' ').append(study).append('.').append(words[1]).append(' ').append(words[2]).append('\n');
        }
        return lines.toString();
    }

    private static List<MaskFrame> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split(" "))
                .map(words -> new MaskFrame(words[0], words[1], 2, COLUMNS, digits(words[2]))).toList();
    }

    private static byte[] digits(String text) {
        byte[] values = new byte[text.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (text.charAt(i) - '0');
        }
        return values;
    }
}
