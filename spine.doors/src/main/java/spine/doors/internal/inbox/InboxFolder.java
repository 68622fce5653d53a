package spine.doors.internal.inbox;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.Cancellation;
import spine.api.intake.Intake;
import spine.common.file.AtomicFile;
import spine.common.file.FileNames;
import spine.common.file.FileTree;
import spine.common.install.HomePermissions;
import spine.common.text.PlainText;

/**
 * Follows the folder. An entry lies where it was dropped until all of it was taken: whoever is killed before that finds it there again,
 * and what is taken twice is there once. For one thread.
 */
final class InboxFolder {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFolder.class);
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String SENTENCE = ".txt";
    private static final String UNEXPECTED = "Something unexpected happened; the log has the details. What was taken before is kept.";
    /** Characters of a number that tells entries of the same name apart, and of the suffix. */
    private static final int LONGEST_SUFFIX = 16;

    private final Path folder;
    private final Path unpacking;
    private final InboxLimits limits;
    private final Duration settle;
    private final Map<Path, EntryStamp> stuck = new HashMap<>();
    private Map<Path, Seen> seen = Map.of();
    private volatile String complaint = "";

    /** @param since the moment from which the entry has looked like this, nanoseconds */
    private record Seen(EntryStamp stamp, long since) {
    }

    /** @param settle how long an entry must have stayed the same */
    InboxFolder(Path folder, InboxLimits limits, Duration settle) {
        this.folder = folder;
        this.unpacking = folder.resolve(".unpacked");
        this.limits = limits;
        this.settle = settle;
    }

    /** Makes the folder, and removes what a process that was killed has left unpacked. */
    void prepare() throws IOException {
        Files.createDirectories(folder.resolve(DONE));
        Files.createDirectories(folder.resolve(FAILED));
        if (Files.exists(unpacking, LinkOption.NOFOLLOW_LINKS)) {
            FileTree.delete(unpacking);
        }
    }

    /**
     * Takes what is still.
     *
     * @param now nanoseconds since whenever
     * @param cancellation ends it between two files
     * @throws IOException if the platform cannot take anything now, or the folder cannot be used; what was not taken is still there
     */
    void look(long now, Intake intake, Cancellation cancellation) throws IOException {
        Map<Path, Seen> next = new HashMap<>();
        List<Path> entries = entries();
        for (Path entry : entries) {
            EntryStamp stamp = EntryStamp.of(entry, limits.files());
            Seen before = seen.get(entry);
            next.put(entry, before != null && before.stamp().equals(stamp) ? before : new Seen(stamp, now));
        }
        seen = next;
        for (Path entry : entries) {
            Seen state = next.get(entry);
            if (now - state.since() >= settle.toNanos() && !state.stamp().equals(stuck.get(entry))) {
                take(entry, state.stamp(), intake, cancellation);
            }
        }
        stuck.keySet().retainAll(entries);
        complaint = stuck.isEmpty() ? "" : "Taken, but not to be moved aside by this user: " + stuck.keySet().stream().sorted()
                .map(entry -> PlainText.excerpt(entry.toString())).collect(Collectors.joining(", ")) + ".";
    }

    /** What a person should clear away, in one sentence; empty if there is nothing. Any thread may ask. */
    String complaint() {
        return complaint;
    }

    private List<Path> entries() throws IOException {
        try (var all = Files.newDirectoryStream(folder, "[!.]*")) {
            return StreamSupport.stream(all.spliterator(), false).filter(entry -> !Stream.of(DONE, FAILED)
                    .anyMatch(entry.getFileName().toString()::equals)).sorted().toList();
        }
    }

    private void take(Path entry, EntryStamp stamp, Intake intake, Cancellation cancellation) throws IOException {
        TakingReport report = new TakingReport();
        HomePermissions.createPrivateFolder(unpacking);
        try {
            DroppedFiles.of(entry, unpacking, limits).show(new ObjectTaker(intake, report, cancellation));
        } catch (EntryRefusedException refused) {
            moveAside(entry, stamp, FAILED, refused.getMessage(), refused.getMessage() + " Nothing was taken.\n");
            return;
        } catch (CancellationException stopping) {
            throw stopping;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            // The other entries do not wait for one that nobody can take.
            LOG.error("{} was not taken.", PlainText.excerpt(entry.toString()), fault);
            moveAside(entry, stamp, FAILED, UNEXPECTED, UNEXPECTED + "\n");
            return;
        } catch (NoSuchFileException gone) {
            if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS)) {
                throw gone;
            }
            return;
        } finally {
            FileTree.delete(unpacking);
        }
        if (!stamp.equals(EntryStamp.of(entry, limits.files()))) {
            // It grows on: it is not complete, and is taken again when it is still.
            return;
        }
        for (String study : report.studies()) {
            intake.complete(study);
        }
        moveAside(entry, stamp, report.isEmpty() ? FAILED : DONE, report.summary(), report.text());
    }

    /** The text first: an entry that was moved has one. */
    private void moveAside(Path entry, EntryStamp stamp, String place, String summary, String text) throws IOException {
        Path target = free(folder.resolve(place), entry.getFileName().toString());
        AtomicFile.write(target.resolveSibling(target.getFileName() + SENTENCE), text);
        try {
            Files.move(entry, target);
        } catch (FileSystemException unmovable) {
            // Such as a folder that belongs to somebody else.
            stuck.put(entry, stamp);
            LOG.warn("{} is {}, but cannot be moved there.", PlainText.excerpt(entry.toString()), place);
            return;
        }
        LOG.info("{} is now {}: {}", PlainText.excerpt(entry.getFileName().toString()), place, summary);
    }

    private static Path free(Path place, String name) {
        String base = FileNames.shortened(name, FileNames.LONGEST - LONGEST_SUFFIX);
        Path target = place.resolve(base);
        for (int number = 2; isTaken(target) || isTaken(place.resolve(target.getFileName() + SENTENCE)); number++) {
            target = place.resolve(base + "-" + number);
        }
        return target;
    }

    private static boolean isTaken(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
