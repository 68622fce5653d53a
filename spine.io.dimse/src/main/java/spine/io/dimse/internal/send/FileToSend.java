package spine.io.dimse.internal.send;

import java.nio.file.Path;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dimse.internal.association.Context;

/**
 * A file that was looked at.
 *
 * @param start bytes before the data set
 */
record FileToSend(Path file, EncodedDataSet dataSet, long start) {

    /** What it needs. */
    Context context() {
        return new Context(dataSet.sopClass(), dataSet.transferSyntax());
    }
}
