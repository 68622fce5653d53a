package spine.stress.internal.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BooleanSupplier;

import spine.common.file.FileTree;
import spine.stress.internal.home.Event;
import spine.stress.internal.home.Journal;

/** Events of one sort, one after another. What an event is follows from the seed, the lane and its number alone. */
final class Lane {
    /** Of SplitMix64 (Steele, Lea and Flood 2014): neighbouring numbers get generators that have nothing in common. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final String letter;
    private final long seed;
    private final Path work;
    private final Journal journal;
    private final Happenings happenings;

    /** What can happen in a lane. */
    interface Happenings {

        /** @return name of what happened */
        String happen(Event event) throws Exception;
    }

    /** @param letter names the lane, and its events with their numbers */
    Lane(String letter, long seed, Path work, Journal journal, Happenings happenings) {
        this.letter = letter;
        this.seed = seed;
        this.work = work;
        this.journal = journal;
        this.happenings = happenings;
    }

    /** From the first event on, at least one. */
    void run(BooleanSupplier more) {
        int number = 1;
        do {
            run(number++);
        } while (more.getAsBoolean() && !Thread.currentThread().isInterrupted());
    }

    String letter() {
        return letter;
    }

    /** One event. */
    void run(int number) {
        String id = letter + number;
        long begun = System.nanoTime();
        Event event = new Event(id, new Random(((seed * MIX ^ letter.hashCode()) * MIX + number) * MIX), work.resolve(id));
        String kind = "unknown";
        try {
            Files.createDirectories(event.folder());
            kind = happenings.happen(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            event.expect(false, "it was interrupted");
        } catch (Exception e) {
            event.expect(false, "it ended with " + e);
        }
        journal.count("events: " + kind);
        journal.note(id, kind, (System.nanoTime() - begun) / 1e9, event.what(), event.notHeld());
        if (event.notHeld().isEmpty()) {
            try {
                FileTree.delete(event.folder());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
