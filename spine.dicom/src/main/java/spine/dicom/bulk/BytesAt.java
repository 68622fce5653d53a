package spine.dicom.bulk;

import java.io.Closeable;
import java.io.IOException;

/** Bytes of a file, or of what a file holds deflated, by their place. */
interface BytesAt extends Closeable {

    /** @return up to that many bytes, fewer where the file ends */
    byte[] read(long position, int length) throws IOException;
}
