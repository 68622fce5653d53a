package spine.common.audit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;

/**
 * A log that is only appended to. Every line carries a digest of itself and of the line before it; the last digest is kept in a file of its
 * own, so that lines that went missing at the end are noticed too. A full file is put aside under a number, and of those the oldest are
 * removed. One thread of one process writes at a time.
 */
public final class ChainedLog {
    /** With full files of {@link #MOST_BYTES}, 80 MB in all. */
    static final int MOST_OLDER = 19;
    static final long MOST_BYTES = 4 << 20;
    /** More than a line ever has. */
    private static final int LINE_BYTES = 1 << 16;
    /** Bytes of a file: the last line may go beyond what makes it full. */
    static final long LARGEST = MOST_BYTES + LINE_BYTES;

    private final LogFiles files;
    private final long mostBytes;
    private final int mostOlder;

    /** @param file its folder must exist */
    public ChainedLog(Path file) {
        this(file, MOST_BYTES, MOST_OLDER);
    }

    ChainedLog(Path file, long mostBytes, int mostOlder) {
        this.files = new LogFiles(file.toAbsolutePath());
        this.mostBytes = mostBytes;
        this.mostOlder = mostOlder;
    }

    /** @param text at least eight columns with tabs between them, the time first and the event second; no line end */
    public void add(String text) throws IOException {
        requireUsable();
        String before = before();
        if (Files.exists(files.current()) && Files.size(files.current()) > mostBytes) {
            before = rotate(before);
        }
        append(ChainedLine.after(before, text));
    }

    /** @throws IOException if no line can be added, because something else than its files lies in their places */
    public void requireUsable() throws IOException {
        BoundedFile.requireRegular(files.current());
        BoundedFile.requireRegular(files.head());
    }

    private String rotate(String before) throws IOException {
        Path full = files.next();
        Files.move(files.current(), full, StandardCopyOption.ATOMIC_MOVE);
        ChainedLine first = ChainedLine.continuing(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), full.getFileName().toString(),
                before);
        append(first);
        List<Path> older = files.older();
        for (Path old : older.subList(0, Math.max(0, older.size() - mostOlder))) {
            Files.delete(old);
        }
        return first.chain();
    }

    private void append(ChainedLine line) throws IOException {
        Files.writeString(files.current(), line.line(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        AtomicFile.write(files.head(), line.chain() + "\n");
    }

    /**
     * The digest that the next line follows. If the last line is not the one that was written last, the next follows the missing one, so
     * that the gap stays.
     */
    private String before() throws IOException {
        ChainedLine last = lastLine();
        String head = files.readHead();
        if (head.isEmpty()) {
            // A head that was removed leaves a gap.
            AtomicFile.write(files.head(), ChainedLine.BEGINNING + "\n");
            return ChainedLine.BEGINNING;
        }
        // A process that was killed has written a line, and not yet that it is the last.
        return last.isChained() && last.follows(head) ? last.chain() : head;
    }

    /** Of the current file; half a line that a killed process left is taken away. */
    private ChainedLine lastLine() throws IOException {
        if (!Files.exists(files.current())) {
            return new ChainedLine("", "");
        }
        try (RandomAccessFile file = new RandomAccessFile(files.current().toFile(), "rw")) {
            byte[] tail = new byte[(int) Math.min(file.length(), 2 * LINE_BYTES)];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            String text = new String(tail, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n');
            if (end < text.length() - 1) {
                file.setLength(file.length() - (text.length() - 1 - end));
            }
            int begin = text.lastIndexOf('\n', end - 1) + 1;
            return end < 0 ? new ChainedLine("", "")
                    : ChainedLine.parse(new String(tail, begin, end - begin, StandardCharsets.UTF_8));
        }
    }
}
