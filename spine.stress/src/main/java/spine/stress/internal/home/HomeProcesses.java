package spine.stress.internal.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes whose command line names a home, as the system lists them; so also what they have started on files of it. Linux only. */
public final class HomeProcesses {
    private static final Path PROC = Path.of("/proc");
    private static final double KB_OF_MB = 1024;

    private final String home;

    public HomeProcesses(Path home) {
        this.home = home.toString();
    }

    /**
     * @param command what was asked of it
     * @param residentMb its resident memory, native memory included, MB
     */
    public record HomeProcess(long pid, List<String> command, double residentMb) {

        public boolean isServing() {
            return command.contains("serve");
        }
    }

    public List<HomeProcess> list() throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.list(PROC)) {
            all = entries.filter(entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit)).toList();
        }
        List<HomeProcess> found = new ArrayList<>();
        for (Path entry : all) {
            try {
                List<String> command = List.of(Files.readString(entry.resolve("cmdline"), StandardCharsets.ISO_8859_1).split("\0"));
                if (command.stream().anyMatch(word -> word.contains(home))) {
                    found.add(new HomeProcess(Long.parseLong(entry.getFileName().toString()), command, resident(entry)));
                }
            } catch (IOException e) {
                // It ended while it was looked at, or is another user's.
            }
        }
        return found;
    }

    private static double resident(Path entry) throws IOException {
        return Files.readAllLines(entry.resolve("status"), StandardCharsets.ISO_8859_1).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KB_OF_MB).findFirst().orElse(0);
    }
}
