package spine.app.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Stream;

import spine.common.install.InstallPaths;

/** One log file per process, and one with what came before if it grows; the newest few are kept, the terminal stays silent. */
public final class LogFile {
    private static final int KEPT = 20;
    /** Of a file; a process has two at most. */
    private static final long MOST_BYTES = 10 << 20;

    /** Where it is installed it notes each message of an association; what matters of it the network on it notes itself. */
    private static final Logger DCM4CHE = Logger.getLogger("org.dcm4che3.net");

    private final Path file;
    private Handler handler;

    LogFile(Path file) {
        this.file = file;
    }

    /** Log of this process. */
    public static Path ofThisProcess() {
        return InstallPaths.of(System::getProperty).logs().resolve("spine-" + ProcessHandle.current().pid() + ".log");
    }

    void open() throws IOException {
        Files.createDirectories(file.getParent());
        dropOldest();
        handler = new RotatingLog(file, MOST_BYTES);
        handler.setFormatter(new LogLine());
        handler.setLevel(Level.ALL);
        LogManager.getLogManager().reset();
        Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(handler);
        DCM4CHE.setLevel(Level.SEVERE);
    }

    void close() {
        if (handler != null) {
            LogManager.getLogManager().getLogger("").removeHandler(handler);
            handler.close();
        }
    }

    private void dropOldest() throws IOException {
        try (Stream<Path> logs = Files.list(file.getParent())) {
            List<Path> newestFirst = logs.filter(log -> log.toString().endsWith(".log"))
                    .sorted(Comparator.comparing((Path log) -> log.toFile().lastModified()).reversed()).toList();
            for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }
}
