package spine.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real processes, since a lock is one of a process. */
class BundleStorageTest {
    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path home;

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void tenThatStartAtOnceGetTenFolders() throws IOException {
        List<Process> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ten.add(start("build"));
        }
        Set<String> folders = new HashSet<>();
        for (Process process : ten) {
            folders.add(folderOf(process));
        }
        assertEquals(IntStream.rangeClosed(1, 10).mapToObj(Integer::toString).collect(Collectors.toSet()), folders);
    }

    @Test
    void aKilledProcessLeavesItsFolderToTheNext() throws IOException, InterruptedException {
        Process first = start("build");
        assertEquals("1", folderOf(first));
        Path kept = Files.createDirectories(run().resolve("1")).resolve("bundle");
        Files.createFile(kept);
        assertEquals("2", folderOf(start("build")));

        first.destroyForcibly().waitFor();
        assertEquals("1", folderOf(start("build")));
        assertTrue(Files.exists(kept), "what was installed is installed again");
    }

    @Test
    void anotherBuildBeginsAnew() throws IOException, InterruptedException {
        Process first = start("build");
        folderOf(first);
        Path old = Files.createDirectories(run().resolve("1").resolve("bundle1")).resolve("bundle.jar");
        Files.createFile(old);
        first.destroyForcibly().waitFor();

        assertEquals("1", folderOf(start("another build")));
        assertFalse(Files.exists(old));
    }

    @Test
    void foldersOfARushAreRemovedAfterIt() throws IOException, InterruptedException {
        for (int i = 1; i <= 6; i++) {
            folderOf(start("build"));
            Files.createDirectories(run().resolve("" + i));
        }
        endAll();
        folderOf(start("build"));
        for (int i = 1; i <= 6; i++) {
            assertEquals(i <= 4, Files.exists(run().resolve("" + i)), "folder " + i);
        }
    }

    private Path run() {
        return home.resolve("run");
    }

    private Process start(String build) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Claim.class.getName(), run().toString(), build)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        started.add(process);
        return process;
    }

    private static String folderOf(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        return out.readLine();
    }

    /** A process that has a folder and does nothing. */
    static final class Claim {
        public static void main(String... arguments) throws IOException {
            System.out.println(BundleStorage.claim(Path.of(arguments[0]), arguments[1]).getFileName());
            System.in.read();
        }
    }
}
