package spine.stress.internal.soak;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import spine.stress.internal.home.Event;
import spine.stress.internal.hostile.HostileKind;

/** What nothing that has ended may leave. */
final class Leftovers {

    private Leftovers() {
    }

    /** Files and folders in the making. */
    static void expectNone(Path folder, Event event) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> parts = all.filter(path -> path.getFileName().toString().matches("\\..*\\.(part|tmp)(-.*)?|.*\\.part")).toList();
            event.expect(parts.isEmpty(), "there is left " + parts);
        }
    }

    /** What a hostile identifier has led out of the folder, above it or among what is temporary. */
    static void expectInside(Path folder, Event event) throws IOException {
        for (Path outer : List.of(folder, folder.getParent(), Path.of("/tmp"))) {
            try (Stream<Path> files = Files.list(outer)) {
                List<Path> escaped = files.filter(file -> file.getFileName().toString().startsWith(HostileKind.ESCAPED)).toList();
                event.expect(escaped.isEmpty(), "outside of the results lies " + escaped);
            }
        }
    }

    /** Of a home on which no process works. */
    static void expectNoneOfHome(Path home, Event event) throws IOException {
        expectNone(home, event);
        expectEmpty(home.resolve("incoming"), event);
        expectEmpty(home.resolve("checking"), event);
        List<Path> locks;
        try (Stream<Path> all = Files.walk(home)) {
            locks = all.filter(path -> Files.isRegularFile(path) && path.getFileName().toString().endsWith("lock")).toList();
        }
        for (Path lock : locks) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE); FileLock held = channel.tryLock()) {
                event.expect(held != null, lock + " is still locked");
            }
        }
    }

    /** Size of all files below a folder, MB. */
    static long megabytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes >> 20;
    }

    private static void expectEmpty(Path folder, Event event) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                List<Path> left = files.filter(path -> !path.getFileName().toString().equals("lock")).toList();
                event.expect(left.isEmpty(), "there is left " + left);
            }
        }
    }
}
