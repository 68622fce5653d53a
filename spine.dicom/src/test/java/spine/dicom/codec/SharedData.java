package spine.dicom.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The DICOM files of other projects that lie beside the checkout; tests on them are skipped where they are absent. */
final class SharedData {

    private SharedData() {
    }

    /** The folder {@code shared/data/dicom}. */
    static Path dicom() {
        String set = System.getProperty("spine.shared");
        if (set != null) {
            return present(Path.of(set, "data", "dicom"));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data/dicom"))) {
            folder = folder.getParent();
        }
        return present(folder == null ? Path.of("shared/data/dicom") : folder.resolve("shared/data/dicom"));
    }

    /** Every DICOM file of the folder, sorted. */
    static List<Path> files() throws IOException {
        return files(dicom());
    }

    /** Every DICOM file of that folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".dcm")).sorted().toList();
        }
    }

    private static Path present(Path folder) {
        Assumptions.assumeTrue(Files.isDirectory(folder), "shared DICOM files are not here, test skipped: " + folder);
        return folder;
    }
}
