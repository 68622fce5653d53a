package spine.report.internal.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.report.Correction;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;
import spine.report.internal.DrawnResult;
import spine.report.internal.json.JsonReportWriter;

class JsonResultArchiveTest {
    private final ResultArchive archive = new JsonResultArchive();
    private final ScoringResult drawn = labelled(DrawnResult.thirteenThoracic());

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        new JsonReportWriter().write(drawn, folder);
    }

    @Test
    void everythingButTheTimeIsRestored() throws Exception {
        ScoringResult restored = archive.restore(folder, drawn.study());
        assertEquals(drawn.scores(), restored.scores());
        assertEquals(drawn.anatomy().units(), restored.anatomy().units());
        assertEquals(drawn.anatomy().variant(), restored.anatomy().variant());
        assertEquals(drawn.anatomy().warnings(), restored.anatomy().warnings());
        assertEquals(drawn.findings(), restored.findings());
        assertEquals(drawn.images(), restored.images());
        assertEquals(drawn.models(), restored.models());
        assertEquals(drawn.study().notes(), restored.study().notes());
        assertEquals(drawn.study().label(), restored.study().label());
        for (int i = 0; i < drawn.lesions().size(); i++) {
            assertEquals(drawn.anatomy().stacks().get(i).bodies(), restored.anatomy().stacks().get(i).bodies());
            assertArrayEquals(drawn.anatomy().stacks().get(i).structures(), restored.anatomy().stacks().get(i).structures());
            assertArrayEquals(drawn.anatomy().stacks().get(i).canal(), restored.anatomy().stacks().get(i).canal());
            assertArrayEquals(drawn.lesions().get(i).lesion(), restored.lesions().get(i).lesion());
        }
        byte[] first = Files.readAllBytes(folder.resolve("result.json.gz"));
        new JsonReportWriter().write(restored, folder);
        assertArrayEquals(first, Files.readAllBytes(folder.resolve("result.json.gz")));
    }

    private static ScoringResult labelled(ScoringResult result) {
        StudyLabel label = new StudyLabel(Optional.of("P-7"), Optional.of("2026-01-31"));
        return new ScoringResult(result.study().labelled(label), result.models(), result.anatomy(), result.lesions(), result.images(),
                result.findings(), result.scores(), result.intervals(), result.warnings(), result.timing());
    }

    @Test
    void itSaysWhatItIsOf() throws Exception {
        ResultArchive.Contents contents = archive.contents(folder);
        assertEquals(drawn.study().studyInstanceUid(), contents.studyInstanceUid());
        assertEquals(2, contents.seriesInstanceUids().size());
        assertEquals(List.of("sparcc"), contents.indexes());
    }

    @Test
    void changedPixelsAreRefused() {
        List<SliceStack> stacks = drawn.study().stacks();
        SliceStack first = stacks.get(0);
        float[] pixels = first.slices().get(0).pixels().clone();
        pixels[0]++;
        List<Slice> slices = new ArrayList<>(first.slices());
        Slice slice = slices.get(0);
        slices.set(0, new Slice(slice.sopInstanceUid(), slice.sopClassUid(), slice.plane(), slice.rows(), slice.columns(), pixels,
                slice.source()));
        Study changed = new Study(drawn.study().studyInstanceUid(), List.of(new SliceStack(first.seriesInstanceUid(),
                first.frameOfReferenceUid(), first.description(), first.acquisition(), slices), stacks.get(1)), List.of());
        String sentence = assertThrows(UnusableInputException.class, () -> archive.restore(folder, changed)).getMessage();
        assertTrue(sentence.contains("pixels or places in series " + first.seriesInstanceUid() + " have changed"), sentence);
    }

    @Test
    void whatCannotBeRestoredIsRefusedInOneSentence() throws Exception {
        assertTrue(refusal(folder.resolve("none")).endsWith("none does not exist."));
        assertTrue(refusal(Files.createDirectory(folder.resolve("empty"))).contains("it has no report.json"));
        Path file = folder.resolve("result.json.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refusal(folder).contains("damaged"));
        Files.write(file, new byte[] {1, 2, 3});
        assertTrue(refusal(folder).contains("damaged"));
        Files.delete(file);
        assertTrue(refusal(folder).contains("has no result.json.gz"));
    }

    /** As a person or another program may leave it. */
    @Test
    void whatIsNoResultInsideIsRefusedToo() throws Exception {
        String whole = text();
        for (String other : List.of("null", "[]", "{\"schema\":\"spine-result/1\"}", "[".repeat(100_000),
                whole.replaceFirst("\"stacks\":", "\"stack\":"))) {
            write(other);
            assertTrue(refusal(folder).contains("another version of spine"), refusal(folder));
        }
        write(" ".repeat(65 << 20));
        assertTrue(refusal(folder).contains("damaged"), refusal(folder));
        String runs = "[0," + (1 << 26) + "]";
        write("{\"schema\":\"spine-result/1\",\"lesions\":[{\"lesion\":[" + (runs + ",").repeat(17) + runs + "]}]}");
        assertTrue(refusal(folder).contains("damaged"), refusal(folder));
        for (String other : List.of(whole.replaceFirst("\"lesion\":\\[\\[0,\\d+", "\"lesion\":[[0,7"),
                whole.replaceFirst("\"role\":\"\\w+\"",
                "\"role\":null"))) {
            assertNotEquals(whole, other);
            write(other);
            String sentence = assertThrows(UnusableInputException.class, () -> archive.restore(folder, drawn.study())).getMessage();
            assertTrue(sentence.contains("damaged"), sentence);
        }
    }

    private String text() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("result.json.gz")))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String json) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("result.json.gz")))) {
            out.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whatAPersonCorrectedIsNoResultOfTheModels() throws Exception {
        Correction correction = new Correction("0".repeat(64), List.of(), Map.of(), new Correction.OedemaChange(0, 0, 0), List.of());
        new JsonReportWriter().write(new ScoringResult(drawn.study(), drawn.models(), drawn.anatomy(), drawn.lesions(), drawn.images(),
                drawn.findings(), drawn.scores(), drawn.intervals(), drawn.warnings(), drawn.timing(), drawn.engines(),
                drawn.settings(), List.of(), Optional.of(correction)), folder);
        assertTrue(refusal(folder).contains("was itself corrected"));
    }

    private String refusal(Path result) {
        return assertThrows(UnusableInputException.class, () -> archive.contents(result)).getMessage();
    }
}
