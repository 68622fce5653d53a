package spine.io.dcm4che.internal;

import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.bulk.PixelPlace;

/**
 * A header, and where the pixels are that were not read.
 *
 * @param place empty if the file has no pixel data, or if it was read
 */
record HeaderAndPlace(DicomObject header, Optional<PixelPlace> place) {
}
