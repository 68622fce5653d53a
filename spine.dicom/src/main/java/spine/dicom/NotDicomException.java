package spine.dicom;

import spine.api.UnusableInputException;

/** A file that is none of DICOM, in place of a damaged one: whoever looks through folders passes it over. */
public final class NotDicomException extends UnusableInputException {
    private static final long serialVersionUID = 1L;

    /** @param name of the file, which begins the message */
    public NotDicomException(String name) {
        super(name + " is not a DICOM file");
    }

    /** @param name of the file, which begins the message; {@code cause} goes to the log only */
    public NotDicomException(String name, Throwable cause) {
        super(name + " is not a DICOM file", cause);
    }
}
