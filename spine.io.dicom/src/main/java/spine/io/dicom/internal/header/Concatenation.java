package spine.io.dicom.internal.header;

import java.util.Optional;
import spine.dicom.DicomObject;

/**
 * A multi-frame image that was divided among several objects (PS3.3 C.7.6.16.2.2.4), and which of them this is.
 *
 * @param uid of the image as a whole
 * @param part number of the object, from 1
 * @param parts number of objects, 0 if the header does not say
 */
public record Concatenation(String uid, int part, int parts) {
    private static final int CONCATENATION_UID = 0x00209161;
    private static final int IN_CONCATENATION_NUMBER = 0x00209162;
    private static final int IN_CONCATENATION_TOTAL_NUMBER = 0x00209163;

    /** Empty for an image that is whole. */
    static Optional<Concatenation> of(DicomObject header) {
        String uid = header.text(CONCATENATION_UID);
        return uid.isEmpty() ? Optional.empty() : Optional.of(new Concatenation(uid, header.integer(IN_CONCATENATION_NUMBER, 0),
                header.integer(IN_CONCATENATION_TOTAL_NUMBER, 0)));
    }
}
