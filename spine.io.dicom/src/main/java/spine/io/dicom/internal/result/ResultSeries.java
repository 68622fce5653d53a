package spine.io.dicom.internal.result;

import java.util.stream.Stream;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.uid.DerivedUid;

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
     * A series for what a scoring gave: its UID follows from the study, the description and the models, and is another one after a person
     * has corrected the result, and where the result comes in the place of another.
     */
    public static ResultSeries of(ScoringResult result, String modality, String description, int number) {
        String study = result.study().studyInstanceUid();
        DerivedUid uid = new DerivedUid().with("series").with(study).with(description);
        result.models().forEach(card -> uid.with(card.id()).with(card.version()).with(card.weightsSha256()));
        result.correction().ifPresent(correction -> uid.with("corrected"));
        result.predecessor().ifPresent(before -> uid.with("in place of").with(String.valueOf(before.revision().orElse(0)))
                .with(before.report().map(Predecessor.Document::sopInstanceUid).orElse("")));
        return new ResultSeries(study, uid.uid(), modality, description, number);
    }

    /** Indices and models of a result with their versions. */
    public static String[] versions(ScoringResult result) {
        return Stream.concat(result.scores().stream().map(score -> score.indexId() + " " + score.indexVersion()),
                result.models().stream().map(card -> card.id() + " " + card.version())).toArray(String[]::new);
    }

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
