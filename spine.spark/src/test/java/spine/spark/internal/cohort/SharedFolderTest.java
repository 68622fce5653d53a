package spine.spark.internal.cohort;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTest {
    @TempDir
    Path folder;

    @Test
    void theFolderOfThisRunIsKnown() throws Exception {
        SharedFolder shared = SharedFolder.open(folder.resolve("made/out"));
        shared.check();
        shared.close();
        try (Stream<Path> left = Files.list(shared.path())) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** As where another machine has a folder of its own under the name. */
    @Test
    void anotherFolderOfTheNameIsRefused() throws Exception {
        SharedFolder shared = SharedFolder.open(folder.resolve("out"));
        Files.move(folder.resolve("out"), folder.resolve("elsewhere"));
        SharedFolder.open(folder.resolve("out"));
        String reason = assertThrows(IOException.class, shared::check).getMessage();
        assertEquals("The folder for the results, " + folder.resolve("out") + ", is not the same here as where the driver runs; it must "
                + "lie on a file system that all executors share.", reason);
    }
}
