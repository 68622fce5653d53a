package spine.app.internal.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.api.Cancellation;
import spine.io.dimse.RemoteNode;

/** What the conformance statement says of {@code fetch} is what the command does. */
class ConformanceStatementTest {

    @Test
    void theLimitsOfARetrieval() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "dicom-conformance.md")).stream()
                .dropWhile(line -> !line.equals("### Query, retrieve and commitment")).skip(1).takeWhile(line -> !line.startsWith("#"))
                .toList();
        assertRow(rows, "| most objects | " + String.format(Locale.ROOT, "%,d", DimseRetrieval.MOST_OBJECTS) + ";");
        assertRow(rows, "| between two messages of a query or retrieval | `--timeout`;");
        RemoteNode patient = new RemoteNode("archive", 104, "ANY-SCP", "SPINE", Optional.empty(), Duration.ofSeconds(90));
        assertEquals(patient.patience(), new DimseRetrieval(null, patient, Optional.empty(), new Cancellation()).limits().silence());
        String refused = String.format("are refused with status 0x%04X |", FetchedFiles.NOT_ASKED_FOR.code());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("| C-GET, C-MOVE |") && row.endsWith(refused)), refused);
    }

    private static void assertRow(List<String> rows, String beginning) {
        assertEquals(1, rows.stream().filter(row -> row.startsWith(beginning)).count(), beginning);
    }
}
