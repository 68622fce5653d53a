package spine.io.dicomweb.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream that is cut by a delimiter: the line feed, the two hyphens and the boundary before every part and after the last (RFC 2046). */
final class DelimitedInput {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_PADDING = 80;

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    /** Bytes before it belong to no delimiter. */
    private int safeEnd;
    private boolean found;
    /** False if the bytes of the buffer were not looked through from where it begins now. */
    private boolean searched;

    DelimitedInput(InputStream in, byte[] delimiter) {
        this.in = in;
        this.delimiter = delimiter;
        // The first delimiter may be the first of all, without a line feed before it.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** @return the number of bytes; -1 if the delimiter is next */
    int readContent(byte[] target, int offset, int length) throws IOException {
        while (start == safeEnd) {
            if (found) {
                return -1;
            }
            if (searched) {
                fill();
            }
            search();
        }
        int count = Math.min(length, safeEnd - start);
        System.arraycopy(buffer, start, target, offset, count);
        start += count;
        return count;
    }

    /** Before the first part: what stands there means nothing. */
    void skipToDelimiter(int most) throws IOException {
        byte[] skipped = new byte[512];
        int left = most;
        for (int read = readContent(skipped, 0, skipped.length); read >= 0; read = readContent(skipped, 0, skipped.length)) {
            left -= read;
            if (left < 0) {
                throw new MultipartException("The message does not begin with its boundary.", false);
            }
        }
    }

    /** Passes the delimiter that was found, and the rest of its line. */
    boolean isLastDelimiter() throws IOException {
        start += delimiter.length;
        found = false;
        demand(2);
        if (buffer[start] == '-' && buffer[start + 1] == '-') {
            return true;
        }
        // Blanks that a gateway on the way may have added (RFC 2046 5.1.1).
        if (!line(LONGEST_PADDING).isBlank()) {
            throw new MultipartException("The message has its boundary within a line.", false);
        }
        return false;
    }

    /** A line of a header, without its end. */
    String line(int most) throws IOException {
        int length = 0;
        demand(2);
        while (buffer[start + length] != '\r' || buffer[start + length + 1] != '\n') {
            length++;
            if (length > most) {
                throw new MultipartException("A part of the message has a header that is too long.", true);
            }
            demand(length + 2);
        }
        String line = new String(buffer, start, length, StandardCharsets.ISO_8859_1);
        start += length + 2;
        safeEnd = start;
        searched = false;
        return line;
    }

    private void demand(int count) throws IOException {
        while (end - start < count) {
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        safeEnd = 0;
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new MultipartException("The message ends before its last boundary.", false);
        }
        end += read;
    }

    private void search() {
        searched = true;
        int last = end - delimiter.length;
        for (int at = start; at <= last; at++) {
            if (buffer[at] == '\r' && isDelimiter(at)) {
                safeEnd = at;
                found = true;
                return;
            }
        }
        found = false;
        safeEnd = Math.max(start, last + 1);
    }

    private boolean isDelimiter(int at) {
        for (int i = 1; i < delimiter.length; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }
}
