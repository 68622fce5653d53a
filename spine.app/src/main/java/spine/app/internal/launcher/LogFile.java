package spine.app.internal.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

import spine.common.install.InstallPaths;

/** One log file per process; the newest few are kept, the terminal stays silent. */
public final class LogFile {
    private static final int KEPT = 20;
    private static final String LINE = "%1$tF %1$tT.%1$tL %4$-7s %3$s: %5$s%6$s%n";

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
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        handler = new FileHandler(file.toString().replace("%", "%%"), true);
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(Level.ALL);
        LogManager.getLogManager().reset();
        Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(handler);
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
