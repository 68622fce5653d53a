package spine.phantom.internal.core.dicom;

import spine.dicom.DicomObject;
import spine.phantom.internal.core.scan.Scan;

/** Encodes the images of one study as MR Image Storage data sets, with the conventions of its vendor. */
@FunctionalInterface
public interface ImageEncoder {

    /**
     * The data set of one slice.
     *
     * @param slice index into the stack of the scan
     */
    DicomObject image(Scan scan, int slice);
}
