package spine.deploy.internal.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import spine.deploy.internal.Rejection;

/**
 * Refuses what is not a complete zip file, what unpacks to far more than it should, and names that lead out of a folder. It comes
 * before everything else, because what reads a jar afterwards trusts sizes and keeps manifests in memory.
 */
public final class ArchiveValidator {
    private static final long MEGABYTE = 1 << 20;
    private static final int MOST_ENTRIES = 65_535;
    /** For manifest and signature files, which are read as a whole. */
    private static final long MOST_META_BYTES = 8 * MEGABYTE;
    /** Real classes and weights shrink less than that. */
    private static final long MOST_RATIO = 200;
    private static final long RATIO_COUNTS_FROM = 16 * MEGABYTE;

    private final long mostBytes;

    /** @param mostMegabytes of the unpacked content */
    public ArchiveValidator(long mostMegabytes) {
        this.mostBytes = mostMegabytes * MEGABYTE;
    }

    public void check(Path jar) throws Rejection {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Rejection("It has " + zip.size() + " entries; at most " + MOST_ENTRIES + " are accepted.");
            }
            Set<String> names = new HashSet<>();
            long all = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                checkName(entry.getName(), names);
                all += inflated(zip, entry, mostBytes - all);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Rejection("It is not a complete zip file: " + e.getMessage() + ".", e);
        }
    }

    private static void checkName(String name, Set<String> names) throws Rejection {
        boolean leadsOut = name.startsWith("/") || name.contains("\\") || List.of(name.split("/", -1)).contains("..");
        if (leadsOut || name.chars().anyMatch(Character::isISOControl)) {
            throw new Rejection("It has an entry with the unsafe name '" + name.replaceAll("\\p{Cntrl}", "?") + "'.");
        }
        if (!names.add(name)) {
            throw new Rejection("It has two entries named " + name + ".");
        }
    }

    /** Counts what really comes out, because the sizes in a zip file are only claims. */
    private long inflated(ZipFile zip, ZipEntry entry, long left) throws IOException, Rejection {
        boolean meta = isMeta(entry.getName());
        long most = meta ? Math.min(left, MOST_META_BYTES) : left;
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw new Rejection(meta && most == MOST_META_BYTES
                            ? "Its " + entry.getName() + " is larger than " + MOST_META_BYTES / MEGABYTE + " MB."
                            : "It unpacks to more than " + mostBytes / MEGABYTE + " MB.");
                }
                if (bytes > RATIO_COUNTS_FROM && bytes / MOST_RATIO > entry.getCompressedSize()) {
                    throw new Rejection("Its entry " + entry.getName() + " unpacks to more than " + MOST_RATIO
                            + " times its size, as only a zip bomb does.");
                }
            }
        }
        return bytes;
    }

    private static boolean isMeta(String name) {
        return name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]*\\.(MF|SF|RSA|DSA|EC)");
    }
}
