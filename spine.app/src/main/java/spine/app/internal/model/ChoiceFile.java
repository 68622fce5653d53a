package spine.app.internal.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The choices of one home. Several processes share the file: each looks at its time stamp before every use, and changes
 * it under a lock and as a whole, so that a killed process leaves the old choices or the new ones.
 */
public final class ChoiceFile {
    private static final Logger LOG = LoggerFactory.getLogger(ChoiceFile.class);
    private static final Stamp ABSENT = new Stamp(0, -1, "");

    private final Path file;
    private Stamp seen = ABSENT;
    private ModelChoices choices = ModelChoices.NONE;
    private String warning = "";

    /** What tells one content of the file from the next. */
    private record Stamp(long nanos, long size, Object key) {
    }

    /** @param file need not exist */
    public ChoiceFile(Path file) {
        this.file = file;
    }

    /** What is chosen now. A file that cannot be understood counts as no choice, see {@link #warning}. */
    public synchronized ModelChoices read() {
        Stamp now = stamp();
        if (!now.equals(seen)) {
            load();
            seen = now;
        }
        return choices;
    }

    /** One sentence if the file cannot be understood, else empty. */
    public synchronized String warning() {
        read();
        return warning;
    }

    /**
     * Changes the choices on top of whatever the file says at this moment.
     *
     * @throws IOException if the file cannot be written; then nothing has changed
     */
    public synchronized void change(UnaryOperator<ModelChoices> change) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(beside("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            ModelChoices before = read();
            ModelChoices after = change.apply(before);
            if (lock.isValid() && !after.equals(before)) {
                replace(ChoiceJson.write(after));
                read();
            }
        }
    }

    private void replace(byte[] content) throws IOException {
        Path part = beside("part");
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void load() {
        warning = "";
        choices = ModelChoices.NONE;
        try {
            choices = ChoiceJson.read(Files.readAllBytes(file));
        } catch (NoSuchFileException nothingChosen) {
            // the newest model of each role serves
        } catch (IOException e) {
            warning = "The choice of models in " + file + " cannot be used because " + e.getMessage()
                    + "; the newest models serve until one is chosen again.";
            LOG.warn(warning);
        }
    }

    private Stamp stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), attributes.size(),
                    String.valueOf(attributes.fileKey()));
        } catch (IOException e) {
            return ABSENT;
        }
    }

    private Path beside(String kind) {
        return file.resolveSibling("." + file.getFileName() + "." + kind);
    }
}
