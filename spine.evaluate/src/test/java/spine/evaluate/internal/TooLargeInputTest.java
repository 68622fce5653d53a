package spine.evaluate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.evaluate.internal.partial.PartialTruthReader;
import spine.evaluate.internal.study.ReportParser;
import spine.evaluate.internal.table.ReaderTable;

/** Files that a person hands in, of which too much would have to be kept. */
class TooLargeInputTest {
    @TempDir
    private Path folder;

    @Test
    void fourGigabytesAreRefusedInOneSentence() throws IOException {
        PartialTruthReader truths = new PartialTruthReader(file -> List.of());
        Path file = folder.resolve("input");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(4L << 30);
        }
        assertFalse(truths.reads(file));
        for (Executable reading : List.<Executable>of(() -> new ReportParser().read(file), () -> truths.read(file),
                () -> ReaderTable.read(List.of(file), Optional.empty()))) {
            assertEquals(file + " cannot be read or written: it has more than 16 MB, which no such file has.",
                    assertThrows(UnusableInputException.class, reading).getMessage());
        }
    }

    @Test
    void deepNestingIsNoValidJson() throws IOException {
        Path file = Files.writeString(folder.resolve("truth.json"), "[".repeat(1 << 20));
        assertEquals(file + " is not valid JSON.",
                assertThrows(UnusableInputException.class, () -> new ReportParser().read(file)).getMessage());
    }
}
