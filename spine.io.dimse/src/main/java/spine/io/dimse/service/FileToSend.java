package spine.io.dimse.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dimse.toolkit.Context;

/**
 * A file that was looked at.
 *
 * @param start bytes before the data set
 */
public record FileToSend(Path file, EncodedDataSet dataSet, long start) {
    /** Follows what is deflated to an odd number of bytes (PS3.5 A.5), since fragments have an even length. */
    private static final byte[] PADDING = {0};

    /** What it needs. */
    public Context context() {
        return new Context(dataSet.sopClass(), dataSet.transferSyntax());
    }

    /** Bytes that are to be sent of {@link #open}. */
    public long length() throws IOException {
        long length = Files.size(file) - start;
        return length + length % 2;
    }

    /** The data set, and a byte that is sent too where its number of bytes is odd. */
    public InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(start);
            return new SequenceInputStream(in, new ByteArrayInputStream(PADDING));
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }
}
