package spine.common.natives;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Compares unpacked native libraries with those in jars, byte by byte. A library goes by the name of its folder, which is that of the
 * platform, and its own, as in {@code linux-x86_64/libopenblas.so.0}: so JavaCPP names what it unpacks. It unpacks some a second time under
 * a name that no jar has, for another class loader or as another variant; such a copy must be one of the libraries of its folder. Not
 * thread-safe.
 */
public final class DeliveredLibraries {
    private static final int BUFFER = 1 << 16;

    private final Map<String, Path> unpacked;
    private final Set<String> delivered = new HashSet<>();
    private final Set<String> same = new HashSet<>();
    private final Set<String> copies = new HashSet<>();

    /** @param unpacked files by their names */
    public DeliveredLibraries(Map<String, Path> unpacked) {
        this.unpacked = Map.copyOf(unpacked);
    }

    /** Looks for the libraries in one more jar, which is read as a whole and not closed. */
    public void compare(InputStream jar) throws IOException {
        ZipInputStream entries = new ZipInputStream(new BufferedInputStream(jar, BUFFER));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = name(entry.getName());
            delivered.add(name);
            for (String equal : equal(entries, inFolderOf(name))) {
                (equal.equals(name) ? same : copies).add(equal);
            }
        }
    }

    /** The names of those that are as one of the jars has them. */
    public Set<String> same() {
        Set<String> all = new HashSet<>(copies);
        all.removeAll(delivered);
        all.addAll(same);
        return all;
    }

    private List<String> inFolderOf(String name) {
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        return unpacked.keySet().stream().filter(file -> !folder.isEmpty() && file.startsWith(folder)
                && file.indexOf('/', folder.length()) < 0)
                .toList();
    }

    /** Those of the unpacked files that have the same bytes. */
    private Set<String> equal(InputStream library, List<String> names) throws IOException {
        Map<String, InputStream> open = new HashMap<>();
        try {
            for (String name : names) {
                open.put(name, Files.newInputStream(unpacked.get(name)));
            }
            byte[] expected = new byte[BUFFER];
            byte[] found = new byte[BUFFER];
            int count = BUFFER;
            while (count == BUFFER && !open.isEmpty()) {
                count = library.readNBytes(expected, 0, BUFFER);
                for (String name : List.copyOf(open.keySet())) {
                    if (open.get(name).readNBytes(found, 0, BUFFER) != count || !Arrays.equals(expected, 0, count, found, 0, count)) {
                        open.remove(name).close();
                    }
                }
            }
            return Set.copyOf(open.keySet());
        } finally {
            for (InputStream in : open.values()) {
                in.close();
            }
        }
    }

    private static String name(String path) {
        int file = path.lastIndexOf('/');
        return file < 0 ? path : path.substring(path.lastIndexOf('/', file - 1) + 1);
    }
}
