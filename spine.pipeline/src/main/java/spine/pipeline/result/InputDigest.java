package spine.pipeline.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import spine.common.digest.Sha256;

/** Recognises the files of a study by their content: not by their names, so that a study can be moved. */
public final class InputDigest {

    private InputDigest() {
    }

    /**
     * SHA-256 over the sorted SHA-256 digests of the files; one that may not be read counts by that alone.
     *
     * @param files of the study
     * @param results a folder with an older result, which a reader may have found among the files of the study; does not count
     * @return empty if there are no files
     */
    public static String of(List<Path> files, Path results) throws IOException {
        Path ignored = results.toAbsolutePath().normalize();
        List<String> digests = new ArrayList<>();
        for (Path file : files) {
            if (!file.toAbsolutePath().normalize().startsWith(ignored)) {
                digests.add(digest(file));
            }
        }
        Collections.sort(digests);
        return digests.isEmpty() ? "" : Sha256.of(String.join("\n", digests).getBytes(StandardCharsets.US_ASCII));
    }

    /** A file that its reader could not read either is left out of the study and told of in its report. */
    private static String digest(Path file) throws IOException {
        return Files.isRegularFile(file) && Files.isReadable(file) ? Sha256.of(file) : "unread";
    }
}
