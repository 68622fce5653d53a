package spine.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of which only the header is in memory.
 *
 * @param name names the file in messages
 * @param header file meta information (group 2) and data set up to the pixel data
 * @param pixelData the pixel data, empty if the file has none
 */
public record DicomFile(String name, DicomObject header, Optional<PixelData> pixelData) implements Closeable {

    public DicomFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(pixelData, "pixelData");
    }

    @Override
    public void close() throws IOException {
        if (pixelData.isPresent()) {
            pixelData.get().close();
        }
    }
}
