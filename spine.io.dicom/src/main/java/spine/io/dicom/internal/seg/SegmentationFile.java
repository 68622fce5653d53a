package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spine.api.image.SliceStack;
import spine.common.file.AtomicFile;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;

/** Writes the masks of one stack into one file. Safe for use by many threads for different files. */
final class SegmentationFile {
    private final DicomCodec codec;

    SegmentationFile(DicomCodec codec) {
        this.codec = codec;
    }

    /**
     * @param provenance of one stack
     * @param map {@code [slice][pixel]}, values as in {@link Segment#value}
     * @param candidates the segments of which those that occur are written
     * @return false if none occurs: then there is no file
     */
    boolean write(MaskProvenance provenance, byte[][] map, List<Segment> candidates, int seriesNumber, Path target) throws IOException {
        SliceStack stack = provenance.images().stacks().get(0);
        Optional<PackedMasks> masks = MaskFrames.of(stack, map, candidates);
        if (masks.isPresent()) {
            DicomObject object = new SegmentationObject(provenance, masks.get()).build(seriesNumber);
            AtomicFile.write(target, out -> codec.write(object, out));
        }
        return masks.isPresent();
    }
}
