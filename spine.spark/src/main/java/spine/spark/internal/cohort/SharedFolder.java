package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The folder for the results, which the driver and every executor must see as the same: a file in it, which is there during the run, proves
 * that.
 *
 * @param folder its absolute path
 * @param mark content of the file, of this run alone
 */
record SharedFolder(String folder, String mark) implements Serializable {

    /** Makes the folder if need be and the file in it. */
    static SharedFolder open(Path folder) throws IOException {
        SharedFolder shared = new SharedFolder(folder.toAbsolutePath().normalize().toString(), UUID.randomUUID().toString());
        Files.createDirectories(shared.path());
        Files.writeString(shared.file(), shared.mark());
        return shared;
    }

    /** @throws IOException if this process sees another folder, or must not write there */
    void check() throws IOException {
        if (!Files.exists(file()) || !Files.readString(file()).equals(mark)) {
            throw new IOException("The folder for the results, " + folder + ", is not the same here as where the driver runs; it must lie "
                    + "on a file system that all executors share.");
        }
        if (!Files.isWritable(path())) {
            throw new IOException("The folder for the results, " + folder + ", must not be written here.");
        }
    }

    void close() throws IOException {
        Files.deleteIfExists(file());
    }

    Path path() {
        return Path.of(folder);
    }

    private Path file() {
        return path().resolve(".cohort-" + mark);
    }
}
