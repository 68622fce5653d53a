package spine.doors.internal.inbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The list of entries at the end of a zip (APPNOTE.TXT 4.3.12 to 4.3.16). Java reads it into memory as a whole, so its size is looked at
 * before.
 */
final class ZipDirectory {
    static final String DAMAGED = "It is a damaged or incomplete zip.";

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int WIDE_END = 0x06064b50;
    private static final int WIDE_LOCATOR = 0x07064b50;
    private static final int WIDE_LOCATOR_BYTES = 20;
    private static final long WIDE = 0xffff_ffffL;
    /** Far more than the name of an image and what belongs to it take. */
    private static final int BYTES_OF_ENTRY = 512;

    private ZipDirectory() {
    }

    /** @throws EntryRefusedException if the list is longer than one of so many entries can be, or there is none */
    static void check(Path zip, int entries) throws EntryRefusedException, IOException {
        try (FileChannel file = FileChannel.open(zip)) {
            long bytes = bytes(file);
            if (bytes < 0) {
                throw new EntryRefusedException(DAMAGED);
            }
            if (bytes > (long) entries * BYTES_OF_ENTRY) {
                throw new EntryRefusedException("The list of its files is longer than that of " + entries + " files.");
            }
        }
    }

    /** @return negative if there is no list */
    private static long bytes(FileChannel file) throws IOException {
        long from = Math.max(0, file.size() - END_BYTES - LONGEST_COMMENT);
        ByteBuffer tail = read(file, from, (int) (file.size() - from));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
                return bytes == WIDE ? wide(file, from + at) : bytes;
            }
        }
        return -1;
    }

    private static long wide(FileChannel file, long end) throws IOException {
        ByteBuffer locator = read(file, end - WIDE_LOCATOR_BYTES, WIDE_LOCATOR_BYTES);
        if (locator.limit() < WIDE_LOCATOR_BYTES || locator.getInt(0) != WIDE_LOCATOR) {
            return -1;
        }
        ByteBuffer wide = read(file, locator.getLong(8), 48);
        return wide.limit() < 48 || wide.getInt(0) != WIDE_END ? -1 : wide.getLong(40);
    }

    private static ByteBuffer read(FileChannel file, long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        long at = from;
        while (at >= 0 && bytes.hasRemaining()) {
            int read = file.read(bytes, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return bytes.flip();
    }
}
