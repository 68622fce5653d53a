package spine.dicom.internal.image;

import java.io.IOException;
import spine.api.UnusableInputException;
import spine.dicom.decode.DecodedFrame;

/** The frames of an open image. */
interface Frames {

    /** @param index 0 for the first; there is such a frame according to the header */
    DecodedFrame frame(int index) throws UnusableInputException, IOException;
}
