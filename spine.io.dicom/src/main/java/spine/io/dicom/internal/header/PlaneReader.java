package spine.io.dicom.internal.header;

import java.util.List;
import java.util.Optional;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Reads where an image lies, as it is stored (PS3.3 C.7.6.2). */
public final class PlaneReader {
    private static final int[] PLACE = {Tag.ImagePositionPatient, Tag.ImageOrientationPatient, Tag.PixelSpacing};
    private static final double LEAST_UNIT = 0.9;
    private static final double LARGEST_SKEW = 0.01;

    private final FrameAttributes image;

    PlaneReader(FrameAttributes image) {
        this.image = image;
    }

    /**
     * Of an image by its data set.
     *
     * @param frame from 1 in an object with functional groups, else 0
     */
    public static PlaneReader of(DicomObject whole, int frame) {
        return new PlaneReader(FrameAttributes.of(whole, frame));
    }

    /** Empty if a value is missing, no number, or contradicts the others. */
    public Optional<SlicePlane> plane() {
        double[] position = image.numbers(Tag.ImagePositionPatient);
        double[] direction = image.numbers(Tag.ImageOrientationPatient);
        double[] spacing = image.numbers(Tag.PixelSpacing);
        if (!isFinite(position, 3) || !isFinite(direction, 6) || !isFinite(spacing, 2) || !(spacing[0] > 0 && spacing[1] > 0)) {
            return Optional.empty();
        }
        Vec3 alongRow = new Vec3(direction[0], direction[1], direction[2]);
        Vec3 alongColumn = new Vec3(direction[3], direction[4], direction[5]);
        if (alongRow.length() < LEAST_UNIT || alongColumn.length() < LEAST_UNIT
                || Math.abs(alongRow.unit().dot(alongColumn.unit())) > LARGEST_SKEW) {
            return Optional.empty();
        }
        return Optional.of(new SlicePlane(new Vec3(position[0], position[1], position[2]), alongRow.unit(), alongColumn.unit(),
                spacing[1], spacing[0]));
    }

    /** What was guessed. */
    List<String> remarks() {
        for (int tag : PLACE) {
            if (image.texts(tag).stream().anyMatch(word -> word.indexOf(',') >= 0)) {
                return List.of("the position has decimal commas, which were read as points");
            }
        }
        return List.of();
    }

    private static boolean isFinite(double[] values, int count) {
        boolean finite = values.length == count;
        for (double value : values) {
            finite &= Double.isFinite(value);
        }
        return finite;
    }
}
