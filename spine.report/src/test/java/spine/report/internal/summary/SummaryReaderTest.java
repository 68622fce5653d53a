package spine.report.internal.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.anatomy.DiscLevel;
import spine.report.internal.DrawnResult;
import spine.report.internal.RecordedResult;
import spine.report.internal.json.JsonReportWriter;

class SummaryReaderTest {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() throws Exception {
        new JsonReportWriter().write(RecordedResult.of("2018-07-09"), folder);
        StudySummary summary = new SummaryReader().read(folder);
        assertEquals("1.2.3", summary.study());
        assertEquals(Optional.of(RecordedResult.PSEUDONYM), summary.pseudonym());
        assertEquals(Optional.of("2018-07-09"), summary.date());
        assertEquals(RecordedResult.DIGEST, summary.settings());
        assertEquals("bmo spine.model.bmo 1.2.0, weights SHA-256 " + "cd".repeat(32), summary.models().get(1));
        assertTrue(summary.spine() && !summary.corrected() && summary.warnings().contains("The stations overlap."));
        IndexSummary index = summary.indices().get(0);
        assertEquals("{total23=24.0, total6=24.0}", index.totals().toString());
        assertEquals(List.of("T6/7", "T9/10", "L2/3", "T10/11"), index.worst());
        assertEquals(9, index.units().get(DiscLevel.of("T6/7")));
        assertEquals(index.unitsInView(), index.units().size(), "those in view alone");
        assertEquals(23, summary.unitsOfSpine());
    }

    @Test
    void withoutASpineThereIsNoTotal() throws Exception {
        new JsonReportWriter().write(DrawnResult.nothingFound(), folder);
        StudySummary summary = new SummaryReader().read(folder);
        assertFalse(summary.spine());
        assertEquals(Optional.empty(), summary.date());
        assertTrue(summary.indices().get(0).totals().values().stream().allMatch(value -> value.isNaN()));
    }

    @Test
    void numbersThatNobodyCanHoldAreUnknown() throws Exception {
        new JsonReportWriter().write(DrawnResult.wholeSpine(), folder);
        change("\"total23\" : 24", "\"total23\" : 1e999");
        assertTrue(new SummaryReader().read(folder).indices().get(0).totals().get("total23").isNaN());
    }

    @Test
    void whatIsNoReportIsNamed() throws Exception {
        assertTrue(message().contains("report.json"), message());
        new JsonReportWriter().write(DrawnResult.wholeSpine(), folder);
        change("\"T6/7\"", "\"T6/9\"");
        assertTrue(message().endsWith("report.json cannot be understood: no disc level is called T6/9."), message());
        change("spine-report/1", "spine-report/9");
        assertTrue(message().endsWith("is not a report of the schema spine-report/1 on a study."), message());
        Files.writeString(folder.resolve("report.json"), "{\"schema\": ");
        assertTrue(message().endsWith("is not valid JSON."), message());
        Files.delete(folder.resolve("report.json"));
        Files.createDirectory(folder.resolve("report.json"));
        assertFalse(message().isEmpty());
    }

    private void change(String from, String to) throws Exception {
        Path file = folder.resolve("report.json");
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private String message() {
        return assertThrows(UnusableInputException.class, () -> new SummaryReader().read(folder)).getMessage();
    }
}
