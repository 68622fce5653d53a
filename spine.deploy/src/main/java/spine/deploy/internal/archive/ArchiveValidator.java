package spine.deploy.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import spine.deploy.internal.Rejection;

/**
 * Refuses what is not a complete zip file that every reader reads alike, what unpacks to far more than it should, and names that lead
 * out of a folder. It comes before everything else, because what reads a jar afterwards trusts sizes and keeps manifests in memory.
 */
public final class ArchiveValidator {
    private static final long MEGABYTE = 1 << 20;
    /** For manifest and signature files, which are read as a whole. */
    private static final long MOST_META_BYTES = 8 * MEGABYTE;
    /** Real classes and weights shrink less than that. */
    private static final long MOST_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 16 * MEGABYTE;
    /** Offsets are integers, with room for what a header adds. */
    private static final long MOST_FILE_BYTES = Integer.MAX_VALUE - MEGABYTE;

    private final long mostBytes;

    /** @param mostMegabytes of the unpacked content */
    public ArchiveValidator(long mostMegabytes) {
        this.mostBytes = mostMegabytes * MEGABYTE;
    }

    /** @param jar nobody else may write to it */
    public void check(Path jar) throws Rejection, IOException {
        try (FileChannel channel = FileChannel.open(jar)) {
            if (channel.size() > MOST_FILE_BYTES) {
                throw new Rejection("It has more than " + MOST_FILE_BYTES / MEGABYTE + " MB.");
            }
            check(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** @param zip the whole file, from 0 to its limit; it is only read */
    public void check(ByteBuffer zip) throws Rejection {
        CentralDirectory directory = CentralDirectory.of(zip);
        EntryNames.check(directory.entries());
        checkSizes(directory.entries());
        try (EntryContent content = new EntryContent()) {
            for (Map.Entry<ArchiveEntry, ByteBuffer> entry : ArchiveLayout.of(zip, directory).entrySet()) {
                content.check(entry.getKey(), entry.getValue());
            }
        }
    }

    /** Of what the entries claim; whether they claim the truth is asked afterwards. */
    private void checkSizes(List<ArchiveEntry> entries) throws Rejection {
        long all = 0;
        for (ArchiveEntry entry : entries) {
            if (isMeta(entry.name()) && entry.size() > MOST_META_BYTES) {
                throw new Rejection("Its " + entry.name() + " is larger than " + MOST_META_BYTES / MEGABYTE + " MB.");
            }
            if (entry.size() > RATIO_COUNTS_FROM && entry.size() / MOST_RATIO > entry.compressed()) {
                throw new Rejection("Its entry " + entry.name() + " unpacks to more than " + MOST_RATIO
                        + " times its size, as only a zip bomb does.");
            }
            all += entry.size();
        }
        if (all > mostBytes) {
            throw new Rejection("It unpacks to more than " + mostBytes / MEGABYTE + " MB.");
        }
    }

    private static boolean isMeta(String name) {
        return name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]*\\.(MF|SF|RSA|DSA|EC)");
    }
}
