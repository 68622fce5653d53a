package spine.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Java and what it runs on. */
final class Machine {
    private static final int OLDEST_JAVA = 17;
    /** MB that a study needs with two images at a time, see docs/containers.md. */
    private static final long LEAST_MEMORY = 3_000;
    /** MB: installed bundles, unpacked libraries and a log, see docs/install.md. */
    private static final long LEAST_DISK = 800;
    /** Once they are there. */
    private static final long LEAST_FREE = 100;
    private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64");

    private Machine() {
    }

    static Finding java() {
        String is = System.getProperty("java.vm.name") + " " + Runtime.version() + " in " + System.getProperty("java.home");
        if (Runtime.version().feature() < OLDEST_JAVA) {
            return Finding.wrong(is + " is older than " + OLDEST_JAVA + "; set JAVA_HOME to a newer one.");
        }
        String architecture = System.getProperty("os.arch");
        return ARCHITECTURES.contains(architecture) ? Finding.ok(is + ".")
                : Finding.wrong(is + " is for " + architecture + ", for which there are no libraries for networks; use a 64-bit one.");
    }

    /** What the process may use, which in a container is less than the machine has. */
    static Finding memory() {
        long megabytes = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() >> 20;
        return megabytes < LEAST_MEMORY
                ? Finding.wrong("There are " + megabytes + " MB of memory, and scoring needs " + LEAST_MEMORY + " MB.")
                : Finding.ok(megabytes + " MB.");
    }

    static Finding disk(Path home) throws IOException {
        Path there = Stream.iterate(home, path -> path != null, Path::getParent).filter(Files::exists).findFirst().orElse(home);
        FileStore store = Files.getFileStore(there);
        long free = store.getUsableSpace() >> 20;
        long needed = Files.isDirectory(home.resolve("run").resolve("1")) && Files.isDirectory(home.resolve("natives")) ? LEAST_FREE
                : LEAST_DISK;
        return free < needed ? Finding.wrong("The disk of " + home + " has " + free + " MB free, and spine needs " + needed + " MB there.")
                : Finding.ok(free + " MB free for " + home + ".");
    }
}
