package spine.io.dicom.internal.seg;

import java.util.LinkedHashMap;
import java.util.Map;
import spine.api.image.ImageReference;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Functional groups of a segmentation (PS3.3 A.51.5): what all frames share and what each has of its own. */
final class FunctionalGroups {
    private final SliceStack stack;

    FunctionalGroups(SliceStack stack) {
        this.stack = stack;
    }

    DicomObject shared() {
        SlicePlane plane = stack.plane();
        double spacing = stack.sliceSpacing();
        double thickness = stack.acquisition().sliceThicknessMm();
        Vec3 row = plane.alongRow();
        Vec3 column = plane.alongColumn();
        return new DicomObject()
                .sequence(SegTag.PixelMeasuresSequence, new DicomObject()
                        .decimals(Tag.SliceThickness, Double.isNaN(thickness) ? spacing : thickness)
                        .decimals(Tag.SpacingBetweenSlices, spacing)
                        .decimals(Tag.PixelSpacing, plane.rowSpacing(), plane.columnSpacing()))
                .sequence(SegTag.PlaneOrientationSequence, new DicomObject()
                        .decimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
    }

    DicomObject of(MaskFrames.Frame frame) {
        Slice slice = stack.slices().get(frame.slice());
        Vec3 origin = slice.plane().origin();
        DicomObject sourceImage = reference(slice)
                .sequence(SegTag.PurposeOfReferenceCodeSequence, CodedConcept.SOURCE_IMAGE.item());
        return new DicomObject()
                .sequence(SegTag.DerivationImageSequence, new DicomObject()
                        .sequence(SegTag.SourceImageSequence, sourceImage)
                        .sequence(SegTag.DerivationCodeSequence, CodedConcept.SEGMENTATION.item()))
                .sequence(SegTag.FrameContentSequence, new DicomObject()
                        .unsignedLongs(SegTag.DimensionIndexValues, frame.segmentNumber(), frame.slice() + 1L))
                .sequence(SegTag.PlanePositionSequence, new DicomObject()
                        .decimals(Tag.ImagePositionPatient, origin.x(), origin.y(), origin.z()))
                .sequence(SegTag.SegmentIdentificationSequence, new DicomObject()
                        .unsignedShorts(SegTag.ReferencedSegmentNumber, frame.segmentNumber()));
    }

    /** The objects that hold the slices, each once. */
    static DicomObject[] instances(SliceStack stack) {
        Map<String, DicomObject> items = new LinkedHashMap<>();
        for (Slice slice : stack.slices()) {
            String uid = ImageReference.of(slice.sopInstanceUid()).sopInstanceUid();
            items.putIfAbsent(uid, new DicomObject().text(SegTag.ReferencedSOPClassUID, "UI", slice.sopClassUid())
                    .text(SegTag.ReferencedSOPInstanceUID, "UI", uid));
        }
        return items.values().toArray(DicomObject[]::new);
    }

    /** Which image is meant. */
    static DicomObject reference(Slice slice) {
        ImageReference image = ImageReference.of(slice.sopInstanceUid());
        DicomObject item = new DicomObject().text(SegTag.ReferencedSOPClassUID, "UI", slice.sopClassUid())
                .text(SegTag.ReferencedSOPInstanceUID, "UI", image.sopInstanceUid());
        return image.isFrame() ? item.integers(SegTag.ReferencedFrameNumber, image.frame()) : item;
    }
}
