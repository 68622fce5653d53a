package spine.phantom.internal.core.dicom;

import spine.dicom.DicomObject;
import spine.phantom.internal.core.scan.Scan;

/** Turns the images of a study into data sets, with the habits of a vendor. */
@FunctionalInterface
public interface ImageEncoder {

    /** The data set of one slice of a scan. */
    DicomObject image(Scan scan, int slice);
}
