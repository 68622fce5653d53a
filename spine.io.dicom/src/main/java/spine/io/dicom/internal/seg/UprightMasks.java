package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.report.MaskFrame;
import spine.dicom.DicomCodec;
import spine.io.dicom.internal.orientation.StoredOrientation;
import spine.io.dicom.internal.result.SourceImages;

/**
 * Turns masks as images were: files have masks on stored pixels. A frame that says where it lies is turned by that; one that only names its
 * image lies as the image is stored.
 */
final class UprightMasks {
    private final List<SliceStack> stacks;
    private final DicomCodec codec;
    private final Map<String, Slice> slices = new HashMap<>();

    /** @param stacks as they were read */
    UprightMasks(List<SliceStack> stacks, DicomCodec codec) {
        this.stacks = stacks;
        this.codec = codec;
        stacks.forEach(stack -> stack.slices().forEach(slice -> slices.put(slice.sopInstanceUid(), slice)));
    }

    /** Masks of other images, and those that do not lie as their image does, stay as they are. */
    List<MaskFrame> of(List<MaskFrame> stored) throws UnusableInputException, IOException {
        boolean unplaced = stored.stream().anyMatch(frame -> frame.plane().isEmpty() && slices.containsKey(frame.sopInstanceUid()));
        Optional<SourceImages> files = unplaced ? Optional.of(SourceImages.of(stacks, codec)) : Optional.empty();
        List<MaskFrame> upright = new ArrayList<>();
        for (MaskFrame frame : stored) {
            Slice slice = slices.get(frame.sopInstanceUid());
            upright.add(slice == null ? frame : upright(frame, frame.plane()
                    .map(plane -> StoredOrientation.between(plane, slice.plane()).orElse(StoredOrientation.UPRIGHT))
                    .orElseGet(() -> files.orElseThrow().grid(slice).orientation())));
        }
        return upright;
    }

    private static MaskFrame upright(MaskFrame frame, StoredOrientation orientation) {
        int rows = orientation.storedRows(frame.rows(), frame.columns());
        int columns = orientation.storedColumns(frame.rows(), frame.columns());
        Optional<SlicePlane> plane = frame.plane().map(stored -> orientation.upright(stored, rows, columns));
        return new MaskFrame(frame.label(), frame.sopInstanceUid(), rows, columns, orientation.upright(frame.mask(), rows, columns), plane);
    }
}
