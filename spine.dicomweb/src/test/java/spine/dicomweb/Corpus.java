package spine.dicomweb;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** DICOM files of other projects: {@code shared/data} in the checkout or above it, or where {@code -Dspine.shared} says. */
final class Corpus {

    private Corpus() {
    }

    /** Skips the test where they are not there. */
    static Path folder() {
        String set = System.getProperty("spine.shared");
        Path above = Path.of("").toAbsolutePath();
        while (set == null && above != null && !Files.isDirectory(above.resolve("shared/data/dicom"))) {
            above = above.getParent();
        }
        Assumptions.assumeTrue(set != null || above != null, "shared DICOM files are not here, test skipped");
        return (set == null ? above.resolve("shared") : Path.of(set)).resolve("data/dicom");
    }
}
