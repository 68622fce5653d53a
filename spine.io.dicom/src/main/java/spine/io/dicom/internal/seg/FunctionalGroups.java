package spine.io.dicom.internal.seg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.orientation.StoredGrid;
import spine.io.dicom.internal.orientation.StoredOrientation;
import spine.io.dicom.internal.result.CodedConcept;
import spine.io.dicom.internal.result.ImageReferences;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.SourceImages;

/** Functional groups of a segmentation (PS3.3 A.51.5): what all frames share and what each has of its own. */
final class FunctionalGroups {
    private final SourceImages images;
    private final List<SliceStack> stacks;
    private final List<List<StoredGrid>> grids;
    private final boolean sameMeasures;
    private final boolean sameOrientation;

    /** @param images of which the frames are */
    FunctionalGroups(SourceImages images) {
        this.images = images;
        this.stacks = images.stacks();
        this.grids = stacks.stream().map(images::grids).map(FunctionalGroups::aligned).toList();
        DicomObject first = groups(0, 0, true, true);
        this.sameMeasures = same(first, ResultTag.PixelMeasuresSequence, Tag.SliceThickness, Tag.SpacingBetweenSlices, Tag.PixelSpacing);
        this.sameOrientation = same(first, ResultTag.PlaneOrientationSequence, Tag.ImageOrientationPatient);
    }

    /** For each slice the grid of the first that is stored in the same orientation: directions within a stack differ by rounding only. */
    private static List<StoredGrid> aligned(List<StoredGrid> grids) {
        Map<StoredOrientation, StoredGrid> first = new HashMap<>();
        grids.forEach(grid -> first.putIfAbsent(grid.orientation(), grid));
        return grids.stream().map(grid -> first.get(grid.orientation())).toList();
    }

    private boolean same(DicomObject first, int group, int... tags) {
        for (int stack = 0; stack < stacks.size(); stack++) {
            for (int slice = 0; slice < stacks.get(stack).slices().size(); slice++) {
                if (!same(first.items(group).get(0), groups(stack, slice, true, true).items(group).get(0), tags)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean same(DicomObject one, DicomObject other, int... tags) {
        for (int tag : tags) {
            if (!one.texts(tag).equals(other.texts(tag))) {
                return false;
            }
        }
        return true;
    }

    /** What all frames share: stacks of one spacing, or of one orientation. */
    DicomObject shared() {
        return groups(0, 0, sameMeasures, sameOrientation);
    }

    DicomObject of(SegmentFrame frame) {
        SliceStack stack = stacks.get(frame.stack());
        Slice slice = stack.slices().get(frame.slice());
        Vec3 origin = images.grid(slice).plane().origin();
        DicomObject sourceImage = ImageReferences.to(slice)
                .sequence(ResultTag.PurposeOfReferenceCodeSequence, CodedConcept.SOURCE_IMAGE.item());
        return groups(frame.stack(), frame.slice(), !sameMeasures, !sameOrientation)
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

    private DicomObject groups(int stackIndex, int slice, boolean measures, boolean orientation) {
        DicomObject groups = new DicomObject();
        SliceStack stack = stacks.get(stackIndex);
        SlicePlane plane = grids.get(stackIndex).get(slice).plane();
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
