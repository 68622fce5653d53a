package spine.app.internal.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    @TempDir
    private Path folder;

    @Test
    void nothingFromOutsideLooksLikeARecord() {
        LogRecord log = new LogRecord(Level.WARNING, "name\n2026-01-01 00:00:00.000 INFO audit: all is well \u001b[2J");
        log.setLoggerName("spine");
        log.setThrown(new IllegalStateException("first\n2026-01-01 forged\r\u001b[31m"));
        List<String> lines = new LogLine().format(log).lines().toList();
        assertEquals(1, lines.stream().filter(line -> line.startsWith("20")).count(), lines.toString());
        assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("\t") || line.startsWith("  ")), lines.toString());
        assertTrue(String.join("", lines).indexOf('\u001b') < 0);
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheLog() throws IOException {
        Path file = folder.resolve("spine-1.log");
        RotatingLog log = new RotatingLog(file, 1000);
        log.setFormatter(new LogLine());
        Thread.currentThread().interrupt();
        log.publish(new LogRecord(Level.INFO, "first"));
        assertTrue(Thread.interrupted());
        log.publish(new LogRecord(Level.INFO, "second"));
        log.close();
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void aLogIsBounded() throws IOException {
        Path file = folder.resolve("spine-1.log");
        RotatingLog log = new RotatingLog(file, 1000);
        log.setFormatter(new LogLine());
        for (int i = 0; i < 500; i++) {
            log.publish(new LogRecord(Level.INFO, "record " + i));
        }
        log.close();
        try (var files = Files.list(folder)) {
            assertEquals(List.of("spine-1.log", "spine-1.old.log"), files.map(f -> f.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.size(file) < 1000 && Files.size(RotatingLog.old(file)) < 1200);
        assertTrue((Files.readString(RotatingLog.old(file)) + Files.readString(file)).endsWith("record 499\n"));
    }
}
