package spine.spark.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.app.embedded.RefusedException;

class SharedFolderTest {
    @TempDir
    Path folder;

    /** A run that has begun nothing leaves nothing, not even the folders. */
    @Test
    void theFolderOfThisRunIsKnown() throws Exception {
        try (SharedFolder shared = SharedFolder.open(folder.resolve("made/out"))) {
            shared.check();
        }
        assertEquals(List.of(), left(folder));
    }

    @Test
    void resultsStayAndWhatKilledRunsHaveLeftGoes() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createDirectory(out.resolve(".1.2.part-" + UUID.randomUUID()));
        Files.createFile(out.resolve(".cohort-" + UUID.randomUUID()));
        Files.createFile(out.resolve(".cohort-mine"));
        try (SharedFolder shared = SharedFolder.open(out)) {
            Files.createDirectory(shared.path().resolve("1.2"));
        }
        assertEquals(List.of(".cohort-mine", "1.2"), left(out));
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("The results cannot go to " + file + ", because " + file + " is a file.", refusal(file));
        String below = refusal(file.resolve("out"));
        assertTrue(below.startsWith("The folder for the results, " + file + "/out, cannot be written (") && below.endsWith(")."), below);
        assertEquals(List.of("file"), left(folder));
    }

    /** As where another machine has a folder of its own under the name. */
    @Test
    void anotherFolderOfTheNameIsRefused() throws Exception {
        SharedFolder shared = SharedFolder.open(folder.resolve("out"));
        Files.move(folder.resolve("out"), folder.resolve("elsewhere"));
        SharedFolder.open(folder.resolve("out"));
        String reason = assertThrows(RefusedException.class, shared::check).getMessage();
        assertEquals("The folder for the results, " + folder.resolve("out") + ", is not the same here as where the driver runs; it must "
                + "lie on a file system that all executors share.", reason);
    }

    private static String refusal(Path out) {
        return assertThrows(RefusedException.class, () -> SharedFolder.open(out)).getMessage();
    }

    private static List<String> left(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
