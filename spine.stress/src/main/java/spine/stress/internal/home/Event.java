package spine.stress.internal.home;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One thing that happens, and what was seen of it. For one thread. */
public final class Event {
    private final String id;
    private final Random random;
    private final Path folder;
    private final StringBuilder what = new StringBuilder();
    private final List<String> notHeld = new ArrayList<>();

    /**
     * @param random decides everything about it but the moments at which other processes do something
     * @param folder for its files; kept if something does not hold
     */
    public Event(String id, Random random, Path folder) {
        this.id = id;
        this.random = random;
        this.folder = folder;
    }

    public String id() {
        return id;
    }

    public Random random() {
        return random;
    }

    public Path folder() {
        return folder;
    }

    /** Tells what happens. */
    public void note(String words) {
        what.append(what.isEmpty() ? "" : ", ").append(words);
    }

    /** @param sentence what is wrong if this does not hold */
    public void expect(boolean held, String sentence) {
        if (!held) {
            notHeld.add(sentence);
        }
    }

    public String what() {
        return what.toString();
    }

    public List<String> notHeld() {
        return List.copyOf(notHeld);
    }
}
