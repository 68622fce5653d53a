package spine.stress.internal.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the archive says that it receives, as it says it. For several threads. */
final class ArchiveLog implements Runnable {
    private static final long LOOK_MILLIS = 5;
    private static final String REPORT = "SR";

    private final Path file;
    private final Map<String, Received> received = new HashMap<>();
    private final Map<String, Long> latest = new HashMap<>();
    private final List<Received> twice = new ArrayList<>();
    private int again;
    private long lines;

    /** An object, by StudyInstanceUID and SOP instance UID. */
    record Received(String study, String instance, String modality) {
    }

    ArchiveLog(Path file) {
        this.file = file;
    }

    /** Until it is interrupted. */
    @Override
    public void run() {
        try (var in = Files.newInputStream(file)) {
            StringBuilder line = new StringBuilder();
            byte[] buffer = new byte[1 << 16];
            while (!Thread.currentThread().isInterrupted()) {
                int read = in.read(buffer);
                for (char one : new String(buffer, 0, Math.max(0, read), StandardCharsets.US_ASCII).toCharArray()) {
                    if (one == '\n') {
                        take(line.toString());
                        line.setLength(0);
                    } else {
                        line.append(one);
                    }
                }
                if (read <= 0) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    private synchronized void take(String line) {
        String[] words = line.split(" ");
        Received object = new Received(words[0], words[1], words[2]);
        lines++;
        latest.put(object.study(), System.nanoTime());
        if (!words[3].equals("0")) {
            twice.add(object);
        } else if (received.put(object.instance(), object) != null) {
            again++;
        }
        notifyAll();
    }

    /** Waits for the next line. */
    synchronized void await(long millis) throws InterruptedException {
        long before = lines;
        for (long end = System.nanoTime() + millis * 1_000_000; lines == before && System.nanoTime() < end;) {
            wait(LOOK_MILLIS);
        }
    }

    synchronized long lines() {
        return lines;
    }

    synchronized boolean hasReport(String study) {
        return of(study).stream().anyMatch(object -> object.modality().equals(REPORT));
    }

    /** All that was received of a study. */
    synchronized List<Received> of(String study) {
        return received.values().stream().filter(object -> object.study().equals(study)).toList();
    }

    /** Of how many studies there is anything. */
    synchronized int studies() {
        return latest.size();
    }

    /** {@link System#nanoTime} at which the last object of a study was there; 0 if none is. */
    synchronized long latest(String study) {
        return latest.getOrDefault(study, 0L);
    }

    /** What was received although it was there. */
    synchronized List<Received> twice() {
        return List.copyOf(twice);
    }

    /** How many objects were received again that the archive had not kept. */
    synchronized int again() {
        return again;
    }

    /** How many different objects were received. */
    synchronized int objects() {
        return received.size();
    }
}
