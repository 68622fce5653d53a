package spine.io.dicom.internal.header;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where an image is read from.
 *
 * @param frame the frame of the file, counted from 1; 0 if the file has only one
 */
public record ImageSource(Path file, int frame) implements Comparable<ImageSource> {
    private static final Comparator<ImageSource> COMPARATOR = Comparator.comparing(ImageSource::file).thenComparingInt(ImageSource::frame);

    /** Counted from 0. */
    public int frameIndex() {
        return Math.max(0, frame - 1);
    }

    @Override
    public int compareTo(ImageSource other) {
        return COMPARATOR.compare(this, other);
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return frame == 0 ? file.toString() : file + ", frame " + frame + ",";
    }
}
