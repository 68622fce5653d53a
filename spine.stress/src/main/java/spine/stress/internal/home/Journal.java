package spine.stress.internal.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Notes every event in one line: time, event, kind, seconds, what it was, what did not hold. For several threads. */
public final class Journal implements AutoCloseable {
    private final PrintWriter file;
    private final Consumer<String> console;
    private final Map<String, Integer> counts = new TreeMap<>(Comparator.naturalOrder());
    private final List<String> broken = new ArrayList<>();

    /** @param console is told at once what does not hold */
    public Journal(Path file, Consumer<String> console) throws IOException {
        this.file = new PrintWriter(Files.newBufferedWriter(file), true);
        this.console = console;
    }

    public synchronized void note(String event, String kind, double seconds, String what, List<String> notHeld) {
        String held = notHeld.isEmpty() ? "held" : "NOT HELD: " + String.join("; ", notHeld);
        file.println(String.join("\t", LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString(), event, kind,
                Math.round(seconds * 10) / 10.0 + " s", what.replaceAll("\\p{Cntrl}+", " | "), held.replaceAll("\\p{Cntrl}+", " | ")));
        for (String sentence : notHeld) {
            String line = ("event " + event + " (" + kind + "): " + sentence).replaceAll("\\p{Cntrl}+", " | ");
            broken.add(line);
            console.accept("NOT HELD, " + line);
        }
    }

    /** One more of what the summary counts. */
    public synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** What was counted, by name. */
    public synchronized List<String> counts() {
        return counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
    }

    /** What did not hold. */
    public synchronized List<String> broken() {
        return List.copyOf(broken);
    }

    @Override
    public void close() {
        file.close();
    }
}
