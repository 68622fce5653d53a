package spine.runtime.internal.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContractTest {
    @TempDir
    private Path temp;

    @Test
    void aFileInTheFolderIsRightAndNothingElse() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("result"));
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        Path elsewhere = Files.writeString(temp.resolve("b.txt"), "b");
        assertDoesNotThrow(() -> new FileContract(folder).check(List.of(file)));
        assertEquals("c.txt is not a file that was written", fault(folder, folder.resolve("c.txt")));
        assertEquals("result is not a file that was written", fault(folder, folder));
        assertEquals("b.txt lies outside of the folder of the result", fault(folder, elsewhere));
        assertEquals("b.txt lies outside of the folder of the result", fault(folder, folder.resolve("../b.txt")));
        assertEquals("link is not a file that was written", fault(folder, Files.createSymbolicLink(folder.resolve("link"), elsewhere)));
    }

    private static String fault(Path folder, Path file) {
        return assertThrows(BrokenContractException.class, () -> new FileContract(folder).check(List.of(file))).getMessage();
    }
}
