package spine.common.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.common.file.BoundedFile;

/**
 * Follows a {@link ChainedLog} line by line, across its files, while others write. A file is known by its first line, whatever it is
 * called meanwhile. For one thread.
 */
public final class ChainedLogReader {
    /** Bytes that are looked at at once; a line has at most a quarter of them. */
    private static final int PIECE = 1 << 18;
    /** Bytes of a first line by which it is known. */
    private static final int BEGINNING = 4096;

    private final LogFiles files;
    private String file = "";
    private long offset;
    private boolean gap;

    /** @param file the current one; need not exist */
    public ChainedLogReader(Path file) {
        this.files = new LogFiles(file.toAbsolutePath());
    }

    /**
     * One line.
     *
     * @param text columns with tabs between them
     * @param chain its digest
     */
    public record Line(String text, String chain) {
    }

    /** The digest of the last line there is now. */
    public String last() throws IOException {
        String head = files.readHead();
        return head.isEmpty() ? ChainedLine.BEGINNING : head;
    }

    /**
     * Goes behind a line.
     *
     * @param chain its digest
     * @return false if no file has it: then this is at the beginning of the oldest line that is kept
     */
    public boolean seek(String chain) throws IOException {
        List<Path> all = all();
        file = "";
        offset = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            byte[] bytes = BoundedFile.regular(all.get(i), (int) ChainedLog.LARGEST);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int at = text.indexOf("\t" + chain + "\n");
            if (at >= 0) {
                file = key(all.get(i));
                offset = at + chain.length() + 2L;
                return true;
            }
        }
        return chain.equals(ChainedLine.BEGINNING) && (all.isEmpty() || !isContinued(all.get(0)));
    }

    private static boolean isContinued(Path first) throws IOException {
        try (var lines = Files.lines(first, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().map(line -> !ChainedLine.parse(line).continuedFile().isEmpty()).orElse(false);
        }
    }

    /** Whether files went before all of their lines were read; asked once, then it is forgotten. */
    public boolean takeGap() {
        boolean was = gap;
        gap = false;
        return was;
    }

    /**
     * The lines that come next.
     *
     * @return some of them, in their order; none if there are no more yet
     */
    public List<Line> next() throws IOException {
        try {
            return following();
        } catch (NoSuchFileException putAside) {
            // A full file got another name meanwhile.
            return List.of();
        }
    }

    private List<Line> following() throws IOException {
        List<Path> all = all();
        int at = place(all);
        if (at < 0) {
            return List.of();
        }
        List<Line> lines = read(all.get(at));
        while (lines.isEmpty() && at + 1 < all.size() && offset >= Files.size(all.get(at)) && file.equals(key(all.get(at)))) {
            at++;
            file = key(all.get(at));
            offset = 0;
            lines = read(all.get(at));
        }
        return lines;
    }

    private int place(List<Path> all) throws IOException {
        for (int i = 0; i < all.size() && !file.isEmpty(); i++) {
            if (file.equals(key(all.get(i)))) {
                return i;
            }
        }
        gap |= !file.isEmpty();
        offset = 0;
        file = all.isEmpty() ? "" : key(all.get(0));
        return all.isEmpty() ? -1 : 0;
    }

    private List<Line> read(Path path) throws IOException {
        BoundedFile.requireRegular(path);
        byte[] piece = new byte[PIECE];
        int count;
        try (FileChannel in = FileChannel.open(path)) {
            count = Math.max(0, in.read(ByteBuffer.wrap(piece), offset));
        }
        // A full file was put aside meanwhile: what was read may be of the next one.
        if (!file.equals(key(path))) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < count; i++) {
            if (piece[i] == '\n') {
                ChainedLine line = ChainedLine.parse(new String(piece, begin, i - begin, StandardCharsets.UTF_8));
                lines.add(new Line(line.text(), line.chain()));
                begin = i + 1;
            }
        }
        // No line is as long.
        offset += begin == 0 && count == PIECE ? PIECE : begin;
        return lines;
    }

    private List<Path> all() throws IOException {
        List<Path> all = files.older();
        if (Files.exists(files.current()) && !key(files.current()).isEmpty()) {
            all.add(files.current());
        }
        return all;
    }

    /** Empty if it has no whole line yet. */
    private static String key(Path path) throws IOException {
        BoundedFile.requireRegular(path);
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return text.length() == BEGINNING || text.indexOf('\n') >= 0 ? text.lines().findFirst().orElse("") : "";
        }
    }
}
