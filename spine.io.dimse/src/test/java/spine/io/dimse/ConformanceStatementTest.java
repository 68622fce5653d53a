package spine.io.dimse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the conformance statement says of the network is what the code does. */
class ConformanceStatementTest {
    private static final Path FILE = Path.of("..", "docs", "dicom-conformance.md");

    @Test
    void limitsAreTheDefaults() throws Exception {
        ListenerLimits limits = ListenerLimits.DEFAULT;
        List<String> rows = rows("### Limits of the receiver");
        for (String expected : List.of("| associations | " + limits.associations() + ";",
                "| associations from one address | " + limits.associationsPerAddress() + " |",
                "| P-DATA-TF PDU | " + number(limits.pduBytes()) + " bytes |", "| data set | " + number(limits.objectBytes()) + " bytes |",
                "| connection, TLS and A-ASSOCIATE-RQ together (ARTIM) | " + limits.request().toSeconds() + " s |",
                "| between two messages | " + limits.idle().toSeconds() + " s |",
                "| within a message | " + number(limits.paceBytes()) + " bytes in each " + limits.pace().toSeconds() + " s |")) {
            assertEquals(1, rows.stream().filter(row -> row.startsWith(expected)).count(), expected);
        }
    }

    /** 0x0122 is answered by the service itself; 0x0211 is not for storage. */
    @Test
    void statusCodesAreThoseThatAreAnswered() throws Exception {
        TreeSet<String> known = new TreeSet<>(List.of("0x0122"));
        for (Field field : DimseStatus.class.getFields()) {
            int code = ((DimseStatus) field.get(null)).code();
            if (code != DimseStatus.UNRECOGNIZED_OPERATION.code()) {
                known.add(String.format("0x%04X", code));
            }
        }
        assertEquals(known, new TreeSet<>(rows("### Storage").stream().map(row -> row.substring(2, 8)).toList()));
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static List<String> rows(String heading) throws IOException {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.dropWhile(line -> !line.equals(heading)).dropWhile(line -> !line.startsWith("|"))
                    .takeWhile(line -> line.startsWith("|")).skip(2).toList();
        }
    }
}
