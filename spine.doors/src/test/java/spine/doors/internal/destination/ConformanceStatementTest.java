package spine.doors.internal.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the conformance statement says of storage commitment is what a destination asks for. */
class ConformanceStatementTest {

    @Test
    void aRequestForCommitmentIsBounded() throws Exception {
        String begin = "| N-ACTION | Request Storage Commitment of up to " + String.format(Locale.ROOT, "%,d", Transmission.MOST_COMMITTED)
                + " objects, ";
        assertEquals(1, Files.readAllLines(Path.of("..", "docs", "dicom-conformance.md")).stream().filter(row -> row.startsWith(begin))
                .count());
    }
}
