package spine.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The pixels that pydicom and GDCM read from the files of a folder. */
final class ReferencePixels {
    static final String PYDICOM = "pydicom";
    static final String GDCM = "gdcm";
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Path folder;

    private ReferencePixels(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs both. The test is skipped where they are not installed.
     *
     * @param target an empty folder
     */
    static ReferencePixels of(Path source, Path target) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON) && run("-c", "import pydicom, gdcm, numpy") == 0,
                "python3-pydicom and python3-gdcm are not installed, comparison of pixels skipped");
        Path script = target.resolve("reference_pixels.py");
        try (InputStream in = ReferencePixels.class.getResourceAsStream("reference_pixels.py")) {
            Files.copy(in, script);
        }
        int end = run(script.toString(), source.toString(), target.toString());
        if (end != 0) {
            throw new IllegalStateException("reference_pixels.py ended with " + end);
        }
        return new ReferencePixels(target);
    }

    /** @param number of the file in the sorted list, from 0 */
    Optional<byte[]> of(int number, String reader) throws IOException {
        Path file = folder.resolve(number + "." + reader);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static int run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(PYTHON.toString());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
