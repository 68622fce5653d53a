package spine.api.image;

import java.util.Objects;

/**
 * One image among those of a study, as DICOM refers to it (PS3.3 10.3): a whole object, or one frame of it.
 *
 * @param sopInstanceUid the object, without {@code #}
 * @param frame the frame, counted from 1; 0 for an object of one frame
 */
public record ImageReference(String sopInstanceUid, int frame) {
    private static final char MARK = '#';

    public ImageReference {
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        if (frame < 0 || sopInstanceUid.indexOf(MARK) >= 0) {
            throw new IllegalArgumentException("no reference to an image: " + sopInstanceUid + ", frame " + frame);
        }
    }

    /**
     * Reads what {@link #identity()} wrote.
     *
     * @param identity as in {@link Slice#sopInstanceUid()}
     * @throws IllegalArgumentException if something else than a frame number above 0 follows the mark
     */
    public static ImageReference of(String identity) {
        int mark = identity.indexOf(MARK);
        if (mark < 0) {
            return new ImageReference(identity, 0);
        }
        int frame = Integer.parseInt(identity.substring(mark + 1));
        if (frame < 1) {
            throw new IllegalArgumentException("no frame number in " + identity);
        }
        return new ImageReference(identity.substring(0, mark), frame);
    }

    /** Whether it is one frame of a multi-frame object. */
    public boolean isFrame() {
        return frame > 0;
    }

    /** The UID, for a frame followed by {@code #} and its number: unique in the study, as {@link Slice#sopInstanceUid()} has to be. */
    public String identity() {
        return isFrame() ? sopInstanceUid + MARK + frame : sopInstanceUid;
    }
}
