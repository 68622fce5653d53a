package spine.dicom.internal.read;

import java.util.Optional;
import spine.dicom.DicomObject;
import spine.dicom.bulk.PixelPlace;

/**
 * A header, and where the pixels are that were not read.
 *
 * @param place empty if the file has no pixel data, or if it was read
 */
public record HeaderAndPlace(DicomObject header, Optional<PixelPlace> place) {
}
