package spine.dicomweb.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;

/** An object that came in, in a file of its own for as long as it is looked at. */
final class ReceivedPart implements Closeable {
    private final Path file;

    private ReceivedPart(Path file) {
        this.file = file;
    }

    /** @param folder exists, and only this platform writes there */
    static ReceivedPart of(InputStream content, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "stow-", ".part");
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        return new ReceivedPart(file);
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** Without the pixels. */
    DicomObject header(DicomCodec codec) throws UnusableInputException, IOException {
        return codec.read(file, false);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
