package spine.io.dicom.internal.header;

import java.util.Optional;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;

/** The component of the signal as General Electric writes it: in a private attribute, while ImageType is the same for all. */
final class GeRawDataType {
    private static final String CREATOR = "GEMS_PARM_01";
    private static final int GROUP = 0x00430000;
    private static final int ELEMENT = 0x2F;
    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    private GeRawDataType() {
    }

    /** Empty for images of others. */
    static Optional<ImageComponent> of(DicomObject header) {
        for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
            if (header.text(GROUP | block).equals(CREATOR)) {
                return header.element(GROUP | block << 8 | ELEMENT).map(DicomElement::bytes).filter(bytes -> bytes.length == 2)
                        .filter(bytes -> bytes[0] >= 0 && bytes[0] < ImageComponent.values().length && bytes[1] == 0)
                        .map(bytes -> ImageComponent.values()[bytes[0]]);
            }
        }
        return Optional.empty();
    }
}
