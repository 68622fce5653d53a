package spine.io.dimse;

import java.nio.file.Path;

/**
 * What became of a file.
 *
 * @param reason a phrase that says why, for people; empty when the file was stored without a remark
 */
public record SentFile(Path file, Outcome outcome, String reason) {

    public enum Outcome {
        /** The node has acknowledged it; the reason holds its remark if it had one. */
        STORED,
        /** The node does not take such objects, or has answered with a failure. */
        REFUSED,
        /** It is DICOM, but damaged, or cannot be read; it was not sent. */
        UNUSABLE,
        /** It is not DICOM, or an index of media (DICOMDIR), which is no object to store. */
        LEFT_OUT,
        /** The association ended before. */
        UNSENT
    }
}
