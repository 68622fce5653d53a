package spine.dicom.internal.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.IISRandomAccessIO;
import java.io.EOFException;
import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/** The bytes of a codestream for JJ2000, which expects an exception at the end: it takes -1 for a byte of ones, and counts them for ever. */
final class CodestreamInput extends IISRandomAccessIO {

    CodestreamInput(ImageInputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }
}
