package spine.io.dicom.internal.header;

import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * The UIDs of an image, as the file has them until the scan has put them right.
 *
 * @param instance SOP Instance UID, the same for all frames of a file
 * @param frameOfReference empty if unknown
 */
public record ImageUids(String study, String series, String instance, String sopClass, String frameOfReference) {

    static ImageUids of(DicomObject header) {
        return new ImageUids(header.text(Tag.StudyInstanceUID), header.text(Tag.SeriesInstanceUID), header.text(Tag.SOPInstanceUID),
                header.text(Tag.SOPClassUID), header.text(Tag.FrameOfReferenceUID));
    }

    public ImageUids withInstance(String other) {
        return new ImageUids(study, series, other, sopClass, frameOfReference);
    }

    public ImageUids in(String otherStudy, String otherSeries) {
        return new ImageUids(otherStudy, otherSeries, instance, sopClass, frameOfReference);
    }
}
