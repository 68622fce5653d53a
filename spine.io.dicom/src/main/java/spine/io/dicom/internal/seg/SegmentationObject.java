package spine.io.dicom.internal.seg;

import java.util.Locale;
import spine.api.image.SliceStack;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.uid.DerivedUid;

/** Puts a binary segmentation together (PS3.3 A.51). */
final class SegmentationObject {
    private static final String MAKER = "spine";

    private final MaskProvenance provenance;
    private final SourceAttributes source;
    private final MaskFrames frames;
    private final byte[] pixels;

    /** @param pixels the packed frames */
    SegmentationObject(MaskProvenance provenance, SourceAttributes source, MaskFrames frames, byte[] pixels) {
        this.provenance = provenance;
        this.source = source;
        this.frames = frames;
        this.pixels = pixels;
    }

    /** @param seriesNumber of the new series, above 0 */
    DicomObject build(int seriesNumber) {
        DicomObject object = new DicomObject();
        source.copyTo(object);
        identity(object, seriesNumber);
        equipment(object);
        image(object);
        dimensions(object);
        references(object);
        FunctionalGroups groups = new FunctionalGroups(provenance.stack());
        return object
                .sequence(SegTag.SegmentSequence, new SegmentItems(provenance).of(frames.segments()))
                .sequence(SegTag.SharedFunctionalGroupsSequence, groups.shared())
                .sequence(SegTag.PerFrameFunctionalGroupsSequence,
                        frames.frames().stream().map(groups::of).toArray(DicomObject[]::new));
    }

    /** Masks that differ, for instance by another operating point of the same model, are different objects. */
    private void identity(DicomObject object, int seriesNumber) {
        object.text(Tag.SOPClassUID, "UI", SopClass.SEGMENTATION_STORAGE)
                .text(Tag.SOPInstanceUID, "UI", provenance.derivedUid().with("instance").with(pixels).uid())
                .text(Tag.StudyInstanceUID, "UI", provenance.studyUid())
                .text(Tag.SeriesInstanceUID, "UI", provenance.derivedUid().with("series").uid())
                .text(Tag.Modality, "CS", "SEG")
                .text(Tag.SeriesDescription, "LO", MAKER + " " + provenance.kind())
                .integers(Tag.SeriesNumber, seriesNumber)
                .integers(Tag.InstanceNumber, 1)
                .text(Tag.FrameOfReferenceUID, "UI", frameOfReference())
                .text(Tag.PositionReferenceIndicator, "LO");
    }

    /** Images that name no frame of reference share one per series. */
    private String frameOfReference() {
        SliceStack stack = provenance.stack();
        return stack.frameOfReferenceUid().isEmpty()
                ? new DerivedUid().with("frame of reference").with(stack.seriesInstanceUid()).uid()
                : stack.frameOfReferenceUid();
    }

    private void equipment(DicomObject object) {
        object.text(Tag.Manufacturer, "LO", MAKER).text(Tag.ManufacturerModelName, "LO", provenance.algorithmName())
                .text(Tag.DeviceSerialNumber, "LO", "1").text(Tag.SoftwareVersions, "LO", provenance.version());
    }

    private void image(DicomObject object) {
        object.text(Tag.ImageType, "CS", "DERIVED", "PRIMARY")
                .text(SegTag.ContentLabel, "CS", provenance.kind().toUpperCase(Locale.ROOT))
                .text(SegTag.ContentDescription, "LO", MAKER + " " + provenance.kind() + " masks")
                .text(SegTag.ContentCreatorName, "PN", MAKER + "^")
                .text(SegTag.LossyImageCompression, "CS", "00")
                .text(SegTag.SegmentationType, "CS", "BINARY")
                .text(SegTag.SegmentsOverlap, "CS", "NO")
                .unsignedShorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.PixelRepresentation, 0)
                .unsignedShorts(Tag.BitsAllocated, 1).unsignedShorts(Tag.BitsStored, 1).unsignedShorts(Tag.HighBit, 0)
                .unsignedShorts(Tag.Rows, provenance.stack().rows()).unsignedShorts(Tag.Columns, provenance.stack().columns())
                .integers(Tag.NumberOfFrames, frames.frames().size())
                .put(DicomElement.of(Tag.PixelData, "OB", pixels));
    }

    private void dimensions(DicomObject object) {
        String uid = provenance.derivedUid().with("dimensions").uid();
        object.sequence(SegTag.DimensionOrganizationSequence, new DicomObject().text(SegTag.DimensionOrganizationUID, "UI", uid))
                .sequence(SegTag.DimensionIndexSequence,
                        dimension(uid, SegTag.ReferencedSegmentNumber, SegTag.SegmentIdentificationSequence, "Segment"),
                        dimension(uid, Tag.ImagePositionPatient, SegTag.PlanePositionSequence, "Slice"));
    }

    private static DicomObject dimension(String uid, int pointer, int group, String label) {
        return new DicomObject().text(SegTag.DimensionOrganizationUID, "UI", uid).tags(SegTag.DimensionIndexPointer, pointer)
                .tags(SegTag.FunctionalGroupPointer, group).text(SegTag.DimensionDescriptionLabel, "LO", label);
    }

    private void references(DicomObject object) {
        SliceStack stack = provenance.stack();
        object.sequence(SegTag.ReferencedSeriesSequence, new DicomObject()
                .text(Tag.SeriesInstanceUID, "UI", stack.seriesInstanceUid())
                .sequence(SegTag.ReferencedInstanceSequence, FunctionalGroups.instances(stack)));
    }
}
