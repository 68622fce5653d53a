package spine.common.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertTrue(fault.startsWith("audit.log, line " + broken + ": "), fault + " instead of line " + broken);
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

    /** All, the first and the last alone, with the head and without, and what the platform writes after it. */
    @Test
    void linesWithoutDigestsAreNamed() throws Exception {
        add(4);
        List<String> lines = Files.readAllLines(log());
        String head = Files.readString(work.resolve("audit.head"));
        for (int from = 0; from < lines.size(); from++) {
            for (int to = from + 1; to <= lines.size(); to++) {
                List<String> stripped = new ArrayList<>(lines);
                for (int i = from; i < to; i++) {
                    stripped.set(i, lines.get(i).substring(0, lines.get(i).lastIndexOf('\t')));
                }
                String expected = "audit.log, line " + (from + 1) + ": it has no digest, so that nobody can tell whether it was changed.";
                for (boolean headless : List.of(false, true)) {
                    Files.write(log(), stripped);
                    Files.writeString(work.resolve("audit.head"), head);
                    if (headless) {
                        Files.delete(work.resolve("audit.head"));
                    }
                    assertEquals(expected, fault());
                    add(1);
                    assertEquals(expected, fault(), "a line that the platform wrote later covers nothing");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfifo audit.log", "mkdir audit.log", "ln -s /dev/zero audit.log", "mkfifo audit.head",
            "ln -s /dev/zero audit.head",
        "mkfifo audit-000001.log", "ln -s /dev/zero audit-000001.log"})
    @Timeout(20)
    void whatIsNoFileIsNotRead(String made) throws Exception {
        assertEquals(0, new ProcessBuilder(made.split(" ")).directory(work.toFile()).start().waitFor());
        assertTrue(assertThrows(FileSystemException.class, this::fault).getMessage().endsWith("it is no regular file"));
        if (!made.contains("-0")) {
            assertThrows(IOException.class, () -> add(1));
        }
    }

    @Test
    void aFileLargerThanAnyIsNotRead() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
            file.setLength(8L << 30);
        }
        assertEquals("audit.log: it has more bytes than such a file ever has.", fault());
    }
}
