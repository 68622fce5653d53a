package spine.deploy.internal.archive;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import spine.deploy.internal.Rejection;

/** What an entry unpacks to. It is compared with what its header says, which is a claim that readers trust in different ways. */
final class EntryContent implements AutoCloseable {
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[1 << 16];

    /** @param content as it lies in the file */
    void check(ArchiveEntry entry, ByteBuffer content) throws Rejection {
        boolean same;
        try {
            same = entry.method() == ArchiveEntry.STORED ? isStored(entry, content) : isDeflated(entry, content);
        } catch (DataFormatException e) {
            throw new Rejection("Its entry " + entry.name() + " is damaged.", e);
        }
        if (!same) {
            throw new Rejection("Its entry " + entry.name() + " does not unpack to what its header says.");
        }
    }

    private static boolean isStored(ArchiveEntry entry, ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content.duplicate());
        return entry.size() == entry.compressed() && crc.getValue() == entry.crc();
    }

    /** It must end where the content ends: what lay behind it would belong to nobody. */
    private boolean isDeflated(ArchiveEntry entry, ByteBuffer content) throws DataFormatException {
        CRC32 crc = new CRC32();
        inflater.reset();
        inflater.setInput(content.duplicate());
        long size = 0;
        while (!inflater.finished() && size <= entry.size()) {
            int bytes = inflater.inflate(buffer);
            if (bytes == 0 && !inflater.finished()) {
                return false;
            }
            crc.update(buffer, 0, bytes);
            size += bytes;
        }
        return inflater.finished() && size == entry.size() && crc.getValue() == entry.crc()
                && inflater.getBytesRead() == entry.compressed();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
