package spine.io.dicom.internal.result;

import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * A new series of the study, for objects of one kind (PS3.3 C.7.3.1, C.7.5.1, C.7.5.2).
 *
 * @param studyInstanceUid the study of the images
 * @param seriesInstanceUid the new series
 * @param modality its modality
 * @param description what it holds, one word
 * @param number above 0; those from 9001 on leave room for the numbers that scanners use
 */
public record ResultSeries(String studyInstanceUid, String seriesInstanceUid, String modality, String description, int number) {
    /** Manufacturer of all objects. */
    public static final String MAKER = "spine";

    /**
     * An object of the series with patient, study, series and equipment, still without SOP instance UID.
     *
     * @param model what made it, such as a model or the platform
     * @param versions of that, at least one
     */
    public DicomObject object(String sopClassUid, int instanceNumber, SourceAttributes source, String model, String... versions) {
        DicomObject object = new DicomObject();
        source.copyTo(object);
        return object.text(Tag.SOPClassUID, "UI", sopClassUid)
                .text(Tag.StudyInstanceUID, "UI", studyInstanceUid)
                .text(Tag.SeriesInstanceUID, "UI", seriesInstanceUid)
                .text(Tag.Modality, "CS", modality)
                .text(Tag.SeriesDescription, "LO", MAKER + " " + description)
                .integers(Tag.SeriesNumber, number)
                .integers(Tag.InstanceNumber, instanceNumber)
                .text(Tag.Manufacturer, "LO", MAKER).text(Tag.ManufacturerModelName, "LO", model)
                .text(Tag.DeviceSerialNumber, "LO", "1").text(Tag.SoftwareVersions, "LO", versions);
    }

    /** Names a finished object by its content. */
    public static DicomObject identified(DicomObject object) {
        return object.text(Tag.SOPInstanceUID, "UI", ContentUid.of(object));
    }
}
