package spine.deploy.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The audit log as a person reads it. */
public final class AuditLines {

    private AuditLines() {
    }

    /** One line without the digest at its end, as docs/hospitals.md describes it. */
    public record Line(String time, String event, String jar, String sha256, String symbolicName, String version, String signer,
            String reason) {

        static Line of(String text) {
            List<String> columns = Arrays.stream(text.split("\t", -1)).map(column -> column.equals("-") ? "" : column).toList();
            assertEquals(9, columns.size(), text);
            return new Line(columns.get(0), columns.get(1), columns.get(2), columns.get(3), columns.get(4), columns.get(5), columns.get(6),
                    columns.get(7));
        }
    }

    /** @param skipped number of lines that are of no interest */
    public static List<Line> of(Path log, int skipped) throws IOException {
        return Files.exists(log) ? Files.readAllLines(log).stream().skip(skipped).map(Line::of).toList() : List.of();
    }
}
