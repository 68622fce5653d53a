package spine.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.common.install.StorageSeal;

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
    void whatEndedInOrderIsUsedAgain() throws IOException, InterruptedException {
        Path kept = install("build", 1);
        Path left = Files.createDirectories(run().resolve("1").resolve("bundle2")).resolve("left-by-a-refused-bundle");
        Files.createFile(left);
        Path own = Files.createDirectories(StorageSeal.data(run().resolve("1").resolve("bundle1"))).resolve("settings-of-the-last-time");
        Files.createFile(own);
        assertEquals("1", folderOf(start("build")));
        assertTrue(Files.exists(kept), "what was installed is installed again");
        assertFalse(Files.exists(left), "what was not installed");
        assertFalse(Files.exists(own), "what a bundle kept for itself");
    }

    @Test
    void whatWasKilledBeginsAnew() throws IOException, InterruptedException {
        Path kept = install("build", 1);
        Process second = start("build");
        assertEquals("1", folderOf(second));
        assertEquals("2", folderOf(start("build")));
        assertTrue(Files.exists(kept));
        second.destroyForcibly().waitFor();
        assertEquals("1", folderOf(start("build")));
        assertFalse(Files.exists(kept));
    }

    @Test
    void anotherBuildBeginsAnew() throws IOException, InterruptedException {
        Path old = install("build", 1);
        assertEquals("1", folderOf(start("another build")));
        assertFalse(Files.exists(old));
    }

    /** As a full disk, a crash or a curious user leaves them. */
    @ParameterizedTest
    @ValueSource(strings = {"shorter", "longer", "other", "gone", "folder", "seal cut", "seal empty",
        "seal of something else", "seal binary"})
    void whatWasChangedSinceBeginsAnew(String change) throws IOException, InterruptedException {
        Path kept = install("build", 1);
        Path seal = run().resolve("1.build");
        switch (change) {
            case "shorter" -> Files.writeString(kept, "ja");
            case "longer" -> Files.writeString(kept, "jar and more");
            case "other" -> {
                Files.writeString(kept, "raj");
                Files.setLastModifiedTime(kept, FileTime.fromMillis(1));
            }
            case "gone" -> Files.delete(kept);
            case "folder" -> {
                Files.delete(kept);
                Files.createDirectory(kept);
            }
            case "seal cut" -> Files.writeString(seal, "build\n17");
            case "seal empty" -> Files.writeString(seal, "");
            case "seal of something else" -> Files.writeString(seal, "build\n3\t4\t../../../etc/passwd\n");
            default -> Files.write(seal, new byte[] {-1, -2, 0, 10, 0});
        }
        assertEquals("1", folderOf(start("build")));
        assertFalse(Files.exists(run().resolve("1").resolve("bundle1")));
    }

    @Test
    void foldersOfARushAreRemovedAfterIt() throws IOException, InterruptedException {
        for (int i = 1; i <= 6; i++) {
            folderOf(start("build"));
            Files.createDirectories(run().resolve("" + i));
        }
        endAll();
        folderOf(start("build"));
        for (int i = 2; i <= 6; i++) {
            assertEquals(i <= 4, Files.exists(run().resolve("" + i)), "folder " + i);
        }
    }

    /** What a process that ended in order leaves. */
    private Path install(String build, long bundle) throws IOException {
        Path folder = run().resolve("1");
        Path jar = Files.createDirectories(folder.resolve("bundle" + bundle)).resolve("bundle.jar");
        Files.writeString(jar, "jar");
        new StorageSeal(folder, run().resolve("1.build")).set(build, Set.of(bundle));
        return jar;
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
            System.out.println(BundleStorage.claim(Path.of(arguments[0]), arguments[1]).folder().getFileName());
            System.in.read();
        }
    }
}
