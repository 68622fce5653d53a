package spine.io.dicom.internal.seg;

import java.util.List;
import java.util.Locale;
import spine.api.image.SliceStack;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.LossySource;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.uid.DerivedUid;

/** Puts a binary segmentation together (PS3.3 A.51). */
final class SegmentationObject {
    private final MaskProvenance provenance;
    private final PackedMasks masks;

    SegmentationObject(MaskProvenance provenance, PackedMasks masks) {
        this.provenance = provenance;
        this.masks = masks;
    }

    /**
     * Masks that differ, for instance by another operating point of the same model, are different objects.
     *
     * @param seriesNumber of the new series, above 0
     */
    DicomObject build(int seriesNumber) {
        DicomObject object = new ResultSeries(provenance.studyUid(), provenance.derivedUid().with("series").uid(), "SEG", provenance.kind(),
                seriesNumber).object(SopClass.SEGMENTATION_STORAGE, 1, provenance.patient(), provenance.algorithmName(),
                        provenance.version());
        object.text(Tag.FrameOfReferenceUID, "UI", frameOfReference()).text(Tag.PositionReferenceIndicator, "LO");
        provenance.patient().dateContent(object);
        image(object);
        new LossySource(provenance.images()).describe(object,
                provenance.images().stacks().stream().flatMap(stack -> stack.slices().stream()).toList());
        dimensions(object);
        FunctionalGroups groups = new FunctionalGroups(provenance.images());
        return ResultSeries.identified(object
                .sequence(ResultTag.ReferencedSeriesSequence, provenance.images().referencedSeries())
                .sequence(ResultTag.SegmentSequence, new SegmentItems(provenance).of(masks))
                .sequence(ResultTag.SharedFunctionalGroupsSequence, groups.shared())
                .sequence(ResultTag.PerFrameFunctionalGroupsSequence, masks.frames().stream().map(groups::of).toArray(DicomObject[]::new)));
    }

    /** Stacks that name none, or different ones, are taken to share one, as the labelling of their levels does. */
    private String frameOfReference() {
        List<String> named = provenance.images().stacks().stream().map(SliceStack::frameOfReferenceUid).distinct().toList();
        if (named.size() == 1 && !named.get(0).isEmpty()) {
            return named.get(0);
        }
        DerivedUid uid = new DerivedUid().with("frame of reference");
        provenance.images().stacks().forEach(stack -> uid.with(stack.seriesInstanceUid()));
        return uid.uid();
    }

    private void image(DicomObject object) {
        object.text(Tag.ImageType, "CS", "DERIVED", "PRIMARY")
                .text(ResultTag.ContentLabel, "CS", provenance.kind().toUpperCase(Locale.ROOT))
                .text(ResultTag.ContentDescription, "LO", ResultSeries.MAKER + " " + provenance.description())
                .text(ResultTag.ContentCreatorName, "PN", ResultSeries.MAKER + "^")
                .text(ResultTag.SegmentationType, "CS", "BINARY")
                .text(ResultTag.SegmentsOverlap, "CS", masks.overlapping() ? "YES" : "NO")
                .unsignedShorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.PixelRepresentation, 0)
                .unsignedShorts(Tag.BitsAllocated, 1).unsignedShorts(Tag.BitsStored, 1).unsignedShorts(Tag.HighBit, 0)
                .unsignedShorts(Tag.Rows, masks.rows()).unsignedShorts(Tag.Columns, masks.columns())
                .integers(Tag.NumberOfFrames, masks.frames().size())
                .put(DicomElement.of(Tag.PixelData, "OB", masks.pixels()));
    }

    private void dimensions(DicomObject object) {
        String uid = provenance.derivedUid().with("dimensions").uid();
        object.sequence(ResultTag.DimensionOrganizationSequence, new DicomObject().text(ResultTag.DimensionOrganizationUID, "UI", uid))
                .sequence(ResultTag.DimensionIndexSequence,
                        dimension(uid, ResultTag.ReferencedSegmentNumber, ResultTag.SegmentIdentificationSequence, "Segment"),
                        dimension(uid, Tag.ImagePositionPatient, ResultTag.PlanePositionSequence, "Slice"));
    }

    private static DicomObject dimension(String uid, int pointer, int group, String label) {
        return new DicomObject().text(ResultTag.DimensionOrganizationUID, "UI", uid).tags(ResultTag.DimensionIndexPointer, pointer)
                .tags(ResultTag.FunctionalGroupPointer, group).text(ResultTag.DimensionDescriptionLabel, "LO", label);
    }
}
