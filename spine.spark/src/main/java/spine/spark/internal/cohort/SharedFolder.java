package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.common.file.AtomicFolder;

/**
 * The folder for the results, which the driver and every executor must see as the same: a file in it, which is there during the run, proves
 * that.
 *
 * @param folder its absolute path
 * @param mark content of the file, of this run alone
 * @param made absolute paths of the folders that had to be made for it, the deepest first
 */
record SharedFolder(String folder, String mark, List<String> made) implements Serializable, AutoCloseable {
    private static final Pattern MARK = Pattern.compile("\\.cohort-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /**
     * Makes the folder if need be and the file in it.
     *
     * @throws RefusedException if nothing can be written there
     */
    static SharedFolder open(Path folder) throws RefusedException {
        Path absolute = folder.toAbsolutePath().normalize();
        List<String> made = Stream.iterate(absolute, path -> path != null && !Files.exists(path), Path::getParent).map(Path::toString)
                .toList();
        SharedFolder shared = new SharedFolder(absolute.toString(), UUID.randomUUID().toString(), made);
        try {
            Files.createDirectories(absolute);
            Files.writeString(shared.file(), shared.mark());
            return shared;
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException("The results cannot go to " + absolute + ", because " + e.getFile() + " is a file.",
                    ExitCode.FAILED);
        } catch (IOException e) {
            shared.removeWhatIsEmpty();
            throw new RefusedException("The folder for the results, " + absolute + ", cannot be written (" + e + ").", ExitCode.FAILED);
        }
    }

    /** @throws RefusedException if this process sees another folder, or must not write there */
    void check() throws RefusedException, IOException {
        if (!Files.exists(file()) || !Files.readString(file()).equals(mark)) {
            throw new RefusedException("The folder for the results, " + folder + ", is not the same here as where the driver runs; it must "
                    + "lie on a file system that all executors share.", ExitCode.FAILED);
        }
        if (!Files.isWritable(path())) {
            throw new RefusedException("The folder for the results, " + folder + ", must not be written here.", ExitCode.FAILED);
        }
    }

    /** Removes what is not a result: the file of this run, and what writers and drivers that were killed have left, now or before. */
    @Override
    public void close() throws IOException {
        AtomicFolder.removeLeftovers(path());
        List<Path> marks;
        try (Stream<Path> entries = Files.list(path())) {
            marks = entries.filter(entry -> MARK.matcher(entry.getFileName().toString()).matches()).toList();
        }
        for (Path one : marks) {
            Files.deleteIfExists(one);
        }
        removeWhatIsEmpty();
    }

    private void removeWhatIsEmpty() {
        try {
            for (String one : made) {
                Files.deleteIfExists(Path.of(one));
            }
        } catch (IOException notEmpty) {
            // It has results, and so have the folders above.
        }
    }

    Path path() {
        return Path.of(folder);
    }

    private Path file() {
        return path().resolve(".cohort-" + mark);
    }
}
