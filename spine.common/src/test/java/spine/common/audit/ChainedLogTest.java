package spine.common.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a chained log afterwards is found. */
class ChainedLogTest {
    private static final int KEPT = 3;

    @TempDir
    private Path work;

    private Path log() {
        return work.resolve("audit.log");
    }

    private void add(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            new ChainedLog(log(), 2000, KEPT).add("2026-01-01T00:00:00Z\taccepted\tä-" + i + ".jar\t-\t-\t-\t-\t-");
        }
    }

    private String fault() throws IOException {
        return ChainCheck.of(log(), KEPT).fault();
    }

    @Test
    void anUntouchedLogIsWhole() throws Exception {
        assertEquals(new ChainCheck(0, 0, "", ChainedLine.BEGINNING, ""), ChainCheck.of(log(), KEPT));
        add(5);
        ChainCheck check = ChainCheck.of(log(), KEPT);
        assertEquals("", check.fault());
        assertEquals(5, check.lines());
        assertEquals("2026-01-01T00:00:00Z", check.first());
        assertTrue(Files.readString(log()).endsWith("\t" + check.last() + "\n"));
    }

    /** Every line is changed in one place, removed, doubled, exchanged with the next. */
    @Test
    void everyChangeIsFoundAtItsLine() throws Exception {
        add(8);
        List<String> lines = Files.readAllLines(log());
        for (int i = 0; i < lines.size(); i++) {
            for (int at = 0; at < lines.get(i).length(); at += 7) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(i, new StringBuilder(lines.get(i)).replace(at, at + 1, "_").toString());
                rewritten(changed, i + 1);
            }
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            if (i < lines.size() - 1) {
                rewritten(without, i + 1);
            }
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            rewritten(doubled, i + 2);
        }
        Files.write(log(), lines);
        assertEquals("", fault());
    }

    private void rewritten(List<String> lines, int broken) throws IOException {
        Files.write(log(), lines);
        String fault = fault();
        // A first line without a digest looks like one of an earlier release; the second does not follow it.
        assertTrue(fault.startsWith("audit.log, line " + broken + ": ") || broken == 1 && fault.startsWith("audit.log, line 2: "),
                fault + " instead of line " + broken);
    }

    @Test
    void linesThatAreCutOffAtTheEndAreMissedNowAndLater() throws Exception {
        add(8);
        List<String> lines = Files.readAllLines(log());
        Files.write(log(), lines.subList(0, 5));
        assertEquals("Lines are missing at the end: no line is the one that audit.head says was the last.", fault());
        add(2);
        assertTrue(fault().startsWith("audit.log, line 6: it does not follow"), fault());
        Files.delete(log());
        assertNotEquals("", fault());
    }

    @Test
    void aHeadThatIsRemovedLeavesAGap() throws Exception {
        add(3);
        Files.delete(work.resolve("audit.head"));
        assertEquals("audit.head is missing, so that lines may be missing at the end.", fault());
        add(1);
        assertTrue(fault().startsWith("audit.log, line 4: it does not follow"), fault());
    }

    @Test
    void aKilledProcessBreaksNothing() throws Exception {
        add(3);
        String head = Files.readString(work.resolve("audit.head"));
        add(1);
        Files.writeString(work.resolve("audit.head"), head);
        assertEquals("", fault(), "a line was written, and not yet that it is the last");
        Files.writeString(log(), "2026-01-01T00:00:00Z\tacc", StandardOpenOption.APPEND);
        add(1);
        assertEquals("", fault(), "half a line was written");
        assertEquals(5, Files.readAllLines(log()).size());
    }

    @Test
    void theChainRunsFromFileToFileAndTheOldestGo() throws Exception {
        add(90);
        assertEquals("", fault());
        List<Path> older = new LogFiles(log().toAbsolutePath()).older();
        assertEquals(KEPT, older.size());
        assertNotEquals("audit-000001.log", older.get(0).getFileName().toString());
        List<String> lines = Files.readAllLines(older.get(1));
        lines.remove(lines.size() - 1);
        byte[] whole = Files.readAllBytes(older.get(1));
        Files.write(older.get(1), lines);
        assertTrue(fault().startsWith(older.get(2).getFileName() + ", line 1: it does not follow"), fault());
        Files.write(older.get(1), whole);
        assertEquals("", fault());
        Files.delete(older.get(0));
        assertTrue(fault().contains("which is missing"), fault());
    }

    @Test
    void whatAnEarlierReleaseWroteIsCovered() throws Exception {
        String earlier = "2025-01-01T00:00:00Z\taccepted\ta.jar\t" + "a".repeat(64) + "\t-\t-\t-\t-\n"
                + "2025-01-01T00:00:00Z\trefused\ta.jar\t-\t-\t-\t-\t" + "b".repeat(64) + "\n";
        Files.writeString(log(), earlier);
        assertEquals("", fault());
        add(2);
        assertEquals("", fault());
        Files.writeString(log(), Files.readString(log()).replace("a.jar", "b.jar"));
        assertTrue(fault().startsWith("audit.log, line 3: it does not follow"), fault());
    }
}
