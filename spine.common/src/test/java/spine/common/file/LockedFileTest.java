package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFileTest {
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    @Test
    void changesOfSeveralThreadsFollowOneAnother() throws Exception {
        Path file = folder.resolve("made/count");
        Callable<Void> count = () -> {
            count(file);
            return null;
        };
        run(List.of(count, count, count));
        assertEquals(3 * ROUNDS, Files.size(file));
    }

    /** As in two bundles, each of which has a copy of the class. */
    @Test
    void changesOfTwoCopiesOfTheClassFollowOneAnother() throws Exception {
        Path file = folder.resolve("count");
        try (URLClassLoader one = copies(); URLClassLoader other = copies()) {
            assertNotSame(one.loadClass(LockedFile.class.getName()), other.loadClass(LockedFile.class.getName()));
            run(List.of(counting(one, file), counting(other, file)));
        }
        assertEquals(2 * ROUNDS, Files.size(file));
    }

    @Test
    void changesOfTwoProcessesFollowOneAnother() throws Exception {
        Path file = folder.resolve("count");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Counting.class.getName(), file.toString()).inheritIO().start());
        }
        for (Process process : processes) {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
        assertEquals(2 * ROUNDS, Files.size(file));
    }

    private static void run(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static URLClassLoader copies() {
        URL[] classes = {LockedFile.class.getProtectionDomain().getCodeSource().getLocation(),
            LockedFileTest.class.getProtectionDomain().getCodeSource().getLocation()};
        return new URLClassLoader(classes, ClassLoader.getPlatformClassLoader());
    }

    private static Callable<Void> counting(ClassLoader loader, Path file) {
        return () -> {
            loader.loadClass(Counting.class.getName()).getMethod("main", String[].class).invoke(null,
                    (Object) new String[] {file.toString()});
            return null;
        };
    }

    private static void count(Path file) throws IOException {
        Counting.main(new String[] {file.toString()});
    }

    /** Makes the file longer by one byte, many times. */
    public static final class Counting {

        private Counting() {
        }

        public static void main(String[] args) throws IOException {
            Path file = Path.of(args[0]);
            LockedFile locked = new LockedFile(file);
            for (int i = 0; i < ROUNDS; i++) {
                locked.locked(() -> locked.replace(new byte[Files.exists(file) ? (int) Files.size(file) + 1 : 1]));
            }
        }
    }
}
