package spine.api.report;

import java.util.Objects;
import java.util.Optional;
import spine.api.image.SlicePlane;

/**
 * One structure on one image, as a mask file holds it. The array is shared, not copied: nobody may write to it.
 *
 * @param label name of the structure: a vertebra ({@code T7}), a disc ({@code T7/8}) or {@code oedema}
 * @param sopInstanceUid the image the mask lies on
 * @param rows number of rows of mask and image
 * @param columns number of columns
 * @param mask 1 inside the structure, else 0; index {@code row * columns + column}
 * @param plane where the file says that the mask lies, which should be where the image does; empty if it does not say
 */
public record MaskFrame(String label, String sopInstanceUid, int rows, int columns, byte[] mask, Optional<SlicePlane> plane) {

    public MaskFrame {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        if (mask.length != rows * columns) {
            throw new IllegalArgumentException(
                    "mask " + label + " has " + mask.length + " pixels for " + rows + " x " + columns);
        }
        Objects.requireNonNull(plane, "plane");
    }

    /** A mask of a file that only names the image. */
    public MaskFrame(String label, String sopInstanceUid, int rows, int columns, byte[] mask) {
        this(label, sopInstanceUid, rows, columns, mask, Optional.empty());
    }
}
