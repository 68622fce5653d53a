package spine.timeline.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import spine.common.file.BoundedFile;
import spine.common.file.LockedFile;
import spine.common.install.HomePermissions;

/**
 * A table of remembered results: those of all patients whose pseudonyms begin alike, so that no name of a file tells of a patient, and
 * what is forgotten leaves nothing. Held by one thread of one process at a time.
 */
final class TimelineFile {
    private static final Pattern PSEUDONYM = Pattern.compile("P[0-9A-F]{15}");
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{2}\\.json");

    private final Path file;
    private final LockedFile locked;

    private TimelineFile(Path file) {
        this.file = file;
        this.locked = new LockedFile(file);
    }

    /** What is done with the results while nobody else has them; {@link #write} saves what becomes of them. */
    @FunctionalInterface
    interface Change {
        void run(ResultTable table) throws IOException;
    }

    /**
     * That of a patient.
     *
     * @param folder made if need be
     */
    static TimelineFile of(Path folder, String pseudonym) throws IOException {
        if (!PSEUDONYM.matcher(pseudonym).matches()) {
            throw new IllegalArgumentException("no pseudonym");
        }
        HomePermissions.createPrivateFolder(folder);
        return new TimelineFile(folder.resolve(pseudonym.substring(1, 3).toLowerCase(Locale.ROOT) + ".json"));
    }

    /** All that there are. */
    static List<TimelineFile> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> NAME.matcher(entry.getFileName().toString()).matches()).sorted().map(TimelineFile::new).toList();
        }
    }

    /** Waits until nobody else has the results. */
    void hold(Change change) throws IOException {
        locked.locked(() -> change.run(new ResultTable(read())));
    }

    /** Whether the words are in it; that takes much less time than reading all results. What nobody holds may change at any time. */
    boolean has(String words) throws IOException {
        return Files.exists(file) && new String(bytes(), StandardCharsets.UTF_8).contains(words);
    }

    private byte[] bytes() throws IOException {
        return BoundedFile.regular(file, BoundedFile.LONGEST);
    }

    /** What nobody holds may change at any time. */
    List<RememberedResult> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return RememberedJson.read(bytes());
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    /** To be called while they are held. */
    void write(List<RememberedResult> results) throws IOException {
        if (results.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            locked.replace(RememberedJson.write(results));
        }
    }
}
