package spine.common.natives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Compares unpacked native libraries with those in jars, byte by byte. A library goes by the name of its folder, which is that of the
 * platform, and its own, as in {@code linux-x86_64/libopenblas.so.0}: so JavaCPP names what it unpacks. Not thread-safe.
 */
public final class DeliveredLibraries {
    private static final int BUFFER = 1 << 16;

    private final Map<String, Path> unpacked;
    private final Set<String> same = new HashSet<>();

    /** @param unpacked files by their names */
    public DeliveredLibraries(Map<String, Path> unpacked) {
        this.unpacked = Map.copyOf(unpacked);
    }

    /** Looks for the libraries in one more jar, which is read as a whole and not closed. */
    public void compare(InputStream jar) throws IOException {
        ZipInputStream entries = new ZipInputStream(new BufferedInputStream(jar, BUFFER));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = name(entry.getName());
            if (unpacked.containsKey(name) && isSame(entries, unpacked.get(name))) {
                same.add(name);
            }
        }
    }

    /** The names of those that are as one of the jars has them. */
    public Set<String> same() {
        return Set.copyOf(same);
    }

    private static boolean isSame(InputStream delivered, Path file) throws IOException {
        byte[] expected = new byte[BUFFER];
        byte[] found = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int count = delivered.readNBytes(expected, 0, BUFFER);
                if (in.readNBytes(found, 0, BUFFER) != count || !Arrays.equals(expected, 0, count, found, 0, count)) {
                    return false;
                }
                if (count < BUFFER) {
                    return true;
                }
            }
        }
    }

    private static String name(String path) {
        int file = path.lastIndexOf('/');
        return file < 0 ? path : path.substring(path.lastIndexOf('/', file - 1) + 1);
    }
}
