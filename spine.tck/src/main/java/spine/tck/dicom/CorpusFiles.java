package spine.tck.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** DICOM files of other projects in {@code shared/data/dicom}, in the working folder or above it, or where {@code -Dspine.shared} says. */
final class CorpusFiles {

    private CorpusFiles() {
    }

    /** All files, sorted; skips the test where there are none. */
    static List<Path> all() throws IOException {
        Path folder = folder();
        Assumptions.assumeTrue(Files.isDirectory(folder), "shared DICOM files are not here, test skipped: " + folder);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path folder() {
        String set = System.getProperty("spine.shared");
        if (set != null) {
            return Path.of(set, "data", "dicom");
        }
        Path above = Path.of("").toAbsolutePath();
        while (above != null && !Files.isDirectory(above.resolve("shared/data/dicom"))) {
            above = above.getParent();
        }
        return (above == null ? Path.of("") : above).resolve("shared/data/dicom");
    }
}
