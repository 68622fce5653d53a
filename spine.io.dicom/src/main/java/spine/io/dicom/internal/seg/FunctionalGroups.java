package spine.io.dicom.internal.seg;

import java.util.List;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultTag;

/** Functional groups of a segmentation (PS3.3 A.51.5): what all frames share and what each has of its own. */
final class FunctionalGroups {
    private final List<SliceStack> stacks;
    private final boolean sameMeasures;
    private final boolean sameOrientation;

    /** @param stacks of which the frames are, at least one */
    FunctionalGroups(List<SliceStack> stacks) {
        this.stacks = stacks;
        DicomObject first = stackGroups(stacks.get(0), true, true);
        this.sameMeasures = stacks.stream().allMatch(stack -> same(first, stack, ResultTag.PixelMeasuresSequence, Tag.SliceThickness,
                Tag.SpacingBetweenSlices, Tag.PixelSpacing));
        this.sameOrientation = stacks.stream().allMatch(stack -> same(first, stack, ResultTag.PlaneOrientationSequence,
                Tag.ImageOrientationPatient));
    }

    private static boolean same(DicomObject first, SliceStack stack, int group, int... tags) {
        DicomObject one = first.items(group).get(0);
        DicomObject other = stackGroups(stack, true, true).items(group).get(0);
        for (int tag : tags) {
            if (!one.texts(tag).equals(other.texts(tag))) {
                return false;
            }
        }
        return true;
    }

    /** What all frames share: stacks of one spacing, or of one orientation. */
    DicomObject shared() {
        return stackGroups(stacks.get(0), sameMeasures, sameOrientation);
    }

    DicomObject of(SegmentFrame frame) {
        SliceStack stack = stacks.get(frame.stack());
        Slice slice = stack.slices().get(frame.slice());
        Vec3 origin = slice.plane().origin();
        DicomObject sourceImage = ImageReferences.to(slice)
                .sequence(ResultTag.PurposeOfReferenceCodeSequence, CodedConcept.SOURCE_IMAGE.item());
        return stackGroups(stack, !sameMeasures, !sameOrientation)
                .sequence(ResultTag.DerivationImageSequence, new DicomObject()
                        .sequence(ResultTag.SourceImageSequence, sourceImage)
                        .sequence(ResultTag.DerivationCodeSequence, CodedConcept.SEGMENTATION.item()))
                .sequence(ResultTag.FrameContentSequence, new DicomObject()
                        .unsignedLongs(ResultTag.DimensionIndexValues, frame.segmentNumber(), position(frame)))
                .sequence(ResultTag.PlanePositionSequence, new DicomObject()
                        .decimals(Tag.ImagePositionPatient, origin.x(), origin.y(), origin.z()))
                .sequence(ResultTag.SegmentIdentificationSequence, new DicomObject()
                        .unsignedShorts(ResultTag.ReferencedSegmentNumber, frame.segmentNumber()));
    }

    /** Number of the position among those of all stacks, from 1. */
    private long position(SegmentFrame frame) {
        return stacks.subList(0, frame.stack()).stream().mapToLong(stack -> stack.slices().size()).sum() + frame.slice() + 1;
    }

    private static DicomObject stackGroups(SliceStack stack, boolean measures, boolean orientation) {
        DicomObject groups = new DicomObject();
        SlicePlane plane = stack.plane();
        if (measures) {
            double spacing = stack.sliceSpacing();
            double thickness = stack.acquisition().sliceThicknessMm();
            groups.sequence(ResultTag.PixelMeasuresSequence, new DicomObject()
                    .decimals(Tag.SliceThickness, Double.isNaN(thickness) ? spacing : thickness)
                    .decimals(Tag.SpacingBetweenSlices, spacing)
                    .decimals(Tag.PixelSpacing, plane.rowSpacing(), plane.columnSpacing()));
        }
        if (orientation) {
            Vec3 row = plane.alongRow();
            Vec3 column = plane.alongColumn();
            groups.sequence(ResultTag.PlaneOrientationSequence, new DicomObject()
                    .decimals(Tag.ImageOrientationPatient, row.x(), row.y(), row.z(), column.x(), column.y(), column.z()));
        }
        return groups;
    }
}
