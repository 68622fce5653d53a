package spine.dicom.pixel;

import java.io.Closeable;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameFormat;

/** An open image. Its pixels are read and decoded frame by frame, when asked for, and not kept. Threads: one at a time. */
@ProviderType
public interface DicomImage extends Closeable {

    /** File meta information and data set up to the pixel data. */
    DicomObject header();

    /** What the header says of each frame. */
    FrameFormat format();

    /** Number of frames, at least 1. */
    int frames();

    /**
     * The stored values of a frame, before any meaning is given to them.
     *
     * @param frame 0 for the first
     * @throws UnusableInputException if the frame is missing or damaged
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    DecodedFrame cells(int frame) throws UnusableInputException, IOException;

    /**
     * The grey values of a frame: bits in use, sign, MONOCHROME1 turned round, modality LUT or rescale (of the frame's own functional
     * groups if it has them), padding replaced by the smallest other value.
     *
     * @param frame 0 for the first
     * @throws UnusableInputException if the frame is missing or damaged, or the image is coloured or not of 8 or 16 bits
     * @throws IndexOutOfBoundsException if there is no such frame
     */
    GreyFrame grey(int frame) throws UnusableInputException, IOException;
}
