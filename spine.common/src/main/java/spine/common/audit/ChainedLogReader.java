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
import java.util.stream.IntStream;
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
        file = "";
        offset = 0;
        List<Part> parts;
        do {
            parts = parts();
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (find(parts.get(i), chain)) {
                    return true;
                }
            }
        } while (!parts.equals(parts()));
        return chain.equals(ChainedLine.BEGINNING)
                && (parts.isEmpty() || ChainedLine.parse(parts.get(0).first()).continuedFile().isEmpty());
    }

    private boolean find(Part part, String chain) throws IOException {
        if (!Files.exists(part.path())) {
            return false;
        }
        String text = new String(BoundedFile.regular(part.path(), (int) ChainedLog.LARGEST), StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\t" + chain + "\n");
        if (at < 0 || !text.startsWith(part.first())) {
            return false;
        }
        file = part.first();
        offset = at + chain.length() + 2L;
        return true;
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
        List<Part> parts = parts();
        int at = IntStream.range(0, parts.size()).filter(i -> parts.get(i).first().equals(file)).findFirst().orElse(-1);
        if (at < 0) {
            gap |= !file.isEmpty();
            file = "";
            if (parts.isEmpty()) {
                return List.of();
            }
            at = 0;
            begin(parts.get(at));
        }
        List<Line> lines = read(parts.get(at).path());
        while (lines.isEmpty() && at + 1 < parts.size() && file.equals(first(parts.get(at).path()))
                && offset >= Files.size(parts.get(at).path())) {
            at++;
            begin(parts.get(at));
            lines = read(parts.get(at).path());
        }
        return lines;
    }

    private void begin(Part part) {
        file = part.first();
        offset = 0;
    }

    private List<Line> read(Path path) throws IOException {
        BoundedFile.requireRegular(path);
        byte[] piece = new byte[PIECE];
        int count;
        try (FileChannel in = FileChannel.open(path)) {
            count = Math.max(0, in.read(ByteBuffer.wrap(piece), offset));
        }
        // A full file was put aside meanwhile: what was read may be of the next one.
        if (!file.equals(first(path))) {
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

    /** One file of the log. */
    private record Part(Path path, String first) {
    }

    /** All of them, in their order. */
    private List<Part> parts() throws IOException {
        while (true) {
            List<Path> older = files.older();
            try {
                List<Part> parts = new ArrayList<>();
                for (Path path : older) {
                    parts.add(new Part(path, first(path)));
                }
                String current = Files.exists(files.current()) ? first(files.current()) : "";
                if (!current.isEmpty()) {
                    parts.add(new Part(files.current(), current));
                }
                if (files.older().equals(older)) {
                    return parts;
                }
            } catch (NoSuchFileException putAside) {
                // Look again: between two looks a file got another name, or went.
                continue;
            }
        }
    }

    /** The line by which a file is known; empty if it has no whole line yet. */
    private static String first(Path path) throws IOException {
        BoundedFile.requireRegular(path);
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
            return text.length() == BEGINNING || text.indexOf('\n') >= 0 ? text.lines().findFirst().orElse("") : "";
        }
    }
}
