package spine.deploy.internal.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.deploy.internal.Rejection;

/**
 * Where the entries of a zip file lie: one behind the other from the first byte to the central directory, each with a local header
 * (APPNOTE.TXT 4.3.7) that says the same as the directory. A reader that goes through the file from its beginning then finds the
 * same entries as one that asks the directory.
 */
final class ArchiveLayout {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int DESCRIPTOR_BYTES = 12;

    private ArchiveLayout() {
    }

    /** @return for each entry, in the order of the file, its bytes as they lie there */
    static Map<ArchiveEntry, ByteBuffer> of(ByteBuffer file, CentralDirectory directory) throws Rejection {
        ByteBuffer zip = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        Map<ArchiveEntry, ByteBuffer> contents = new LinkedHashMap<>();
        List<ArchiveEntry> entries = directory.entries().stream().sorted(Comparator.comparingLong(ArchiveEntry::offset)).toList();
        long at = 0;
        for (int i = 0; i < entries.size(); i++) {
            ArchiveEntry entry = entries.get(i);
            if (entry.offset() != at) {
                throw new Rejection("It has " + (entry.offset() - at) + " bytes before its entry " + entry.name()
                        + " that belong to no entry.");
            }
            // The next one may claim to lie anywhere, behind the end of the file too.
            long next = i + 1 < entries.size() ? Math.min(entries.get(i + 1).offset(), directory.start()) : directory.start();
            int begin = local(zip, entry, directory.start());
            long end = begin + entry.compressed();
            if (end > next) {
                throw new Rejection("Its entry " + entry.name() + " overlaps what lies behind it.");
            }
            contents.put(entry, zip.slice(begin, (int) entry.compressed()));
            at = entry.hasDescriptor() ? descriptor(zip, entry, (int) end, next) : end;
        }
        if (at != directory.start()) {
            throw new Rejection("It has " + (directory.start() - at) + " bytes behind its last entry that belong to no entry.");
        }
        return contents;
    }

    /** @return where the content begins */
    private static int local(ByteBuffer zip, ArchiveEntry entry, long end) throws Rejection {
        int at = (int) entry.offset();
        if (end - at < LOCAL_BYTES || zip.getInt(at) != LOCAL) {
            throw new Rejection("It is not a complete zip file: its entry " + entry.name() + " is not where the list says.");
        }
        int nameEnd = at + LOCAL_BYTES + CentralDirectory.unsigned(zip, at + 26);
        int begin = nameEnd + CentralDirectory.unsigned(zip, at + 28);
        if (begin > end) {
            throw new Rejection("It is not a complete zip file: its entry " + entry.name() + " has no end.");
        }
        boolean same = entry.name().equals(CentralDirectory.text(zip, at + LOCAL_BYTES, nameEnd))
                && entry.flags() == CentralDirectory.unsigned(zip, at + 6) && entry.method() == CentralDirectory.unsigned(zip, at + 8)
                && (isLeftOpen(zip, at, entry) || isSaid(zip, at + 14, entry));
        if (!same) {
            throw new Rejection("Its entry " + entry.name() + " has a header that says otherwise than the list of entries.");
        }
        return begin;
    }

    private static boolean isLeftOpen(ByteBuffer zip, int at, ArchiveEntry entry) {
        return entry.hasDescriptor() && zip.getInt(at + 14) == 0 && zip.getLong(at + 18) == 0;
    }

    /** CRC and sizes, as header and descriptor have them. */
    private static boolean isSaid(ByteBuffer zip, int at, ArchiveEntry entry) {
        return CentralDirectory.wide(zip, at) == entry.crc() && CentralDirectory.wide(zip, at + 4) == entry.compressed()
                && CentralDirectory.wide(zip, at + 8) == entry.size();
    }

    /** @return where it ends */
    private static long descriptor(ByteBuffer zip, ArchiveEntry entry, int at, long next) throws Rejection {
        if (next - at == DESCRIPTOR_BYTES && isSaid(zip, at, entry)
                || next - at == DESCRIPTOR_BYTES + 4 && zip.getInt(at) == DESCRIPTOR && isSaid(zip, at + 4, entry)) {
            return next;
        }
        throw new Rejection("Behind its entry " + entry.name() + " lie bytes that say otherwise than the list of entries.");
    }
}
