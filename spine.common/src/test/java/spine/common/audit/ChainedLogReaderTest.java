package spine.common.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.common.audit.ChainedLogReader.Line;

class ChainedLogReaderTest {
    @TempDir
    private Path folder;
    private Path file;
    private ChainedLog log;
    private ChainedLogReader reader;

    @BeforeEach
    void begin() {
        file = folder.resolve("access.log");
        log = new ChainedLog(file, 500, 3);
        reader = new ChainedLogReader(file);
    }

    @Test
    void itFollowsALogAcrossItsFiles() throws IOException {
        log = new ChainedLog(file, 500, 20);
        assertTrue(reader.seek(reader.last()));
        assertEquals(List.of(), numbers());
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            log.add(text(i));
            if (i % 3 == 0) {
                all.addAll(numbers());
            }
        }
        all.addAll(numbers());
        assertEquals(IntStream.range(0, 20).boxed().toList(), all);
        assertTrue(Files.exists(folder.resolve("access-000001.log")));
        assertFalse(reader.takeGap());
    }

    @Test
    void itContinuesBehindALineThatWasNoted() throws IOException {
        log.add(text(0));
        String noted = reader.last();
        for (int i = 1; i < 8; i++) {
            log.add(text(i));
        }
        assertTrue(new ChainedLogReader(file).seek(reader.last()));
        assertTrue(reader.seek(noted));
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), numbers());
    }

    @Test
    void itSaysThatLinesAreGone() throws IOException {
        log.add(text(0));
        String noted = reader.last();
        assertTrue(reader.seek(noted));
        for (int i = 1; i < 40; i++) {
            log.add(text(i));
        }
        List<Integer> left = numbers();
        assertTrue(reader.takeGap());
        assertEquals(39, left.get(left.size() - 1));
        assertFalse(new ChainedLogReader(file).seek(noted));
        assertFalse(new ChainedLogReader(file).seek(ChainedLine.BEGINNING));
    }

    @Test
    void itFollowsWhileAnotherWritesAndPutsFilesAside() throws Exception {
        log = new ChainedLog(file, 300, 1000);
        assertTrue(reader.seek(reader.last()));
        int lines = 150;
        FutureTask<Void> writer = new FutureTask<>(() -> {
            for (int i = 0; i < lines; i++) {
                log.add(text(i));
            }
            return null;
        });
        new Thread(writer).start();
        List<Integer> all = new ArrayList<>();
        while (!writer.isDone()) {
            all.addAll(numbers());
        }
        writer.get();
        all.addAll(numbers());
        assertEquals(IntStream.range(0, lines).boxed().toList(), all);
        assertFalse(reader.takeGap());
    }

    @Test
    void halfALineIsWaitedFor() throws IOException {
        log.add(text(0));
        assertTrue(reader.seek(ChainedLine.BEGINNING));
        Files.writeString(file, "half", StandardOpenOption.APPEND);
        assertEquals(List.of(0), numbers());
        log.add(text(1));
        assertEquals(List.of(1), numbers());
    }

    private static String text(int number) {
        return "t\te\t" + number + "\t-\t-\t-\t-\t-";
    }

    /** Third columns of the lines that come next, but for those that continue a file. */
    private List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (List<Line> lines = reader.next(); !lines.isEmpty(); lines = reader.next()) {
            lines.stream().map(line -> line.text().split("\t")).filter(columns -> !columns[1].equals("continued"))
                    .forEach(columns -> numbers.add(Integer.valueOf(columns[2])));
        }
        return numbers;
    }
}
