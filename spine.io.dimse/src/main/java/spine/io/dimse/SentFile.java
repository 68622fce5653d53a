package spine.io.dimse;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param reason a phrase that says why, for people; empty when the file was stored without a remark
 * @param remark what the node has answered, where that is anything but plain success
 */
public record SentFile(Path file, Outcome outcome, String reason, Optional<DimseStatus> remark) {

    public enum Outcome {
        /** The node has acknowledged it; the reason holds its remark if it had one. */
        STORED,
        /** The node does not take such objects, or has answered with a failure, which is the remark then. */
        REFUSED,
        /** It is DICOM, but damaged, or cannot be read; it was not sent. */
        UNUSABLE,
        /** It is not DICOM, or an index of media (DICOMDIR), which is no object to store. */
        LEFT_OUT,
        /** The association ended before. */
        UNSENT
    }

    /** Without an answer, or with that of success. */
    public SentFile(Path file, Outcome outcome, String reason) {
        this(file, outcome, reason, Optional.empty());
    }

    /** What the answer of the node makes of it. */
    public static SentFile answered(Path file, DimseStatus status) {
        if (status.isSuccess()) {
            return new SentFile(file, Outcome.STORED, "");
        }
        return new SentFile(file, status.isWarning() ? Outcome.STORED : Outcome.REFUSED, "the answer is " + status, Optional.of(status));
    }
}
