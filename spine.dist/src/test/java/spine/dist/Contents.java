package spine.dist;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The jars that lie whole in a release.
 *
 * @param jars file names by SHA-256, nested ones too
 */
record Contents(Map<String, String> jars) {

    /** @param files jars; {@code spine.app.jar} is the wrapping of others and no part itself */
    static Contents of(List<Path> files) throws IOException {
        Map<String, String> jars = new TreeMap<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (!file.endsWith("spine.app.jar")) {
                jars.put(sha256(bytes), file.getFileName().toString());
            }
            addNested(bytes, jars);
        }
        return new Contents(jars);
    }

    private static void addNested(byte[] jar, Map<String, String> jars) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                if (entry.getName().endsWith(".jar")) {
                    byte[] nested = in.readAllBytes();
                    jars.put(sha256(nested), entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
                    addNested(nested, jars);
                }
            }
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
