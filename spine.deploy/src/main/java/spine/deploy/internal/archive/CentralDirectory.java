package spine.deploy.internal.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import spine.deploy.internal.Rejection;

/**
 * The list of entries at the end of a zip file (APPNOTE.TXT 4.3.12 and 4.3.16). It must be the only one that a reader could find: at
 * the very end, without a comment that could hold another, and with nothing between it and the end.
 *
 * @param start offset of the first byte that no longer belongs to an entry
 */
record CentralDirectory(List<ArchiveEntry> entries, long start) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int MOST_SHORT = 0xffff;
    private static final long MOST_INT = 0xffff_ffffL;
    /** Levels of deflation, descriptor, names in UTF-8; not encryption, patches or hidden headers. */
    private static final int ACCEPTED_FLAGS = 1 << 1 | 1 << 2 | ArchiveEntry.DESCRIPTOR | 1 << 11;

    static CentralDirectory of(ByteBuffer file) throws Rejection {
        ByteBuffer zip = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.limit() - END_BYTES;
        if (end < 0 || zip.getInt(end) != END) {
            throw new Rejection(hasEndBefore(zip, end) ? "It has bytes behind its end, such as a comment, which are not accepted."
                    : "It is not a complete zip file: its end is missing.");
        }
        int number = unsigned(zip, end + 10);
        long bytes = wide(zip, end + 12);
        long start = wide(zip, end + 16);
        if (number == MOST_SHORT || bytes == MOST_INT || start == MOST_INT) {
            throw new Rejection("It is a zip file of the format Zip64 or has too many entries; at most " + (MOST_SHORT - 1)
                    + " are accepted.");
        }
        if (zip.getInt(end + 4) != 0 || unsigned(zip, end + 8) != number || unsigned(zip, end + 20) != 0) {
            throw new Rejection("It is not a complete zip file: it is one of several parts.");
        }
        if (start + bytes != end) {
            throw new Rejection("Its list of entries does not lie where the end of the zip file says, as in a file with another one before"
                    + " it.");
        }
        return new CentralDirectory(entries(zip, (int) start, end, number), start);
    }

    private static boolean hasEndBefore(ByteBuffer zip, int end) {
        for (int at = end - 1; at >= Math.max(0, end - MOST_SHORT); at--) {
            if (zip.getInt(at) == END) {
                return true;
            }
        }
        return false;
    }

    private static List<ArchiveEntry> entries(ByteBuffer zip, int start, int end, int number) throws Rejection {
        List<ArchiveEntry> entries = new ArrayList<>();
        int at = start;
        for (int i = 0; i < number; i++) {
            if (end - at < HEADER_BYTES || zip.getInt(at) != HEADER) {
                throw damaged();
            }
            int nameEnd = at + HEADER_BYTES + unsigned(zip, at + 28);
            int next = nameEnd + unsigned(zip, at + 30) + unsigned(zip, at + 32);
            if (next > end) {
                throw damaged();
            }
            ArchiveEntry entry = new ArchiveEntry(text(zip, at + HEADER_BYTES, nameEnd), unsigned(zip, at + 8), unsigned(zip, at + 10),
                    wide(zip, at + 16), wide(zip, at + 20), wide(zip, at + 24), wide(zip, at + 42));
            check(entry);
            entries.add(entry);
            at = next;
        }
        if (at != end) {
            throw damaged();
        }
        return entries;
    }

    private static void check(ArchiveEntry entry) throws Rejection {
        if ((entry.flags() & ~ACCEPTED_FLAGS) != 0) {
            throw new Rejection("Its entry " + entry.name() + " is encrypted or in another form that Java does not read.");
        }
        if (entry.method() != ArchiveEntry.STORED && entry.method() != ArchiveEntry.DEFLATED) {
            throw new Rejection("Its entry " + entry.name() + " is compressed in a way that Java does not read.");
        }
    }

    private static Rejection damaged() {
        return new Rejection("It is not a complete zip file: its list of entries is damaged.");
    }

    /** @throws Rejection if the bytes are not UTF-8, which readers would show in different ways */
    static String text(ByteBuffer zip, int from, int to) throws Rejection {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(zip.slice(from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new Rejection("It has an entry whose name is not UTF-8.", e);
        }
    }

    static int unsigned(ByteBuffer zip, int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    static long wide(ByteBuffer zip, int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }
}
