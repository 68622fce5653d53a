package spine.dicom;

import java.io.Closeable;
import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;
import spine.api.UnusableInputException;

/**
 * Pixel data (7FE0,0010) that has stayed where it is: parts of it are read when they are wanted, and kept by nobody.
 *
 * <p>Encapsulated pixel data has fragments (PS3.5 A.4), in the order of the file and without the offset table, which is the first
 * item. Native pixel data counts as one fragment. Threads: one at a time.
 */
@ConsumerType
public interface PixelData extends Closeable {

    /** Whether the pixels are encapsulated; else they are native (PS3.5 8.2). */
    boolean isEncapsulated();

    /** Number of fragments, 1 for native pixel data. */
    int fragments();

    /** Length of a fragment in bytes, as the file announces it: the file may have fewer. */
    long length(int fragment);

    /**
     * Part of a fragment, native pixel data in little endian.
     *
     * @param offset at least 0; with {@code length} within the fragment
     * @return a new array of exactly that length
     * @throws UnusableInputException if the file ends before
     */
    byte[] read(int fragment, long offset, int length) throws UnusableInputException, IOException;

    /** The basic offset table: for each frame the distance of its first item from the first fragment's item; often empty. */
    long[] offsetTable();
}
