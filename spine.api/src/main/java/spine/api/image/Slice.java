package spine.api.image;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * One image: row-major float pixels after rescale. The array is shared, not copied: nobody may write to it.
 *
 * @param sopInstanceUid identity of the image, unique in its study: its SOP Instance UID, for one frame of several as
 *     {@link ImageReference#identity()} has it
 * @param sopClassUid its SOP class
 * @param plane where it lies
 * @param rows number of rows, above 0
 * @param columns number of columns, above 0
 * @param pixels {@code rows * columns} finite values; index {@code row * columns + column}
 * @param source the file it was read from, empty for an image made in memory; writers copy patient and study
 *     attributes from there, so that these never travel through the platform
 */
public record Slice(String sopInstanceUid, String sopClassUid, SlicePlane plane, int rows, int columns, float[] pixels,
        Optional<URI> source) {

    public Slice {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        Objects.requireNonNull(sopClassUid, "sopClassUid");
        Objects.requireNonNull(plane, "plane");
        Objects.requireNonNull(source, "source");
        if (rows <= 0 || columns <= 0 || pixels.length != rows * columns) {
            throw new IllegalArgumentException(
                    "image " + sopInstanceUid + " has " + pixels.length + " pixels for " + rows + " x " + columns);
        }
    }
}
