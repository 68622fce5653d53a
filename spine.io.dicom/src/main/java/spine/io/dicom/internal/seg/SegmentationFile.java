package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
     * @param map {@code [slice][pixel]}, values as in {@link Segment#value}
     * @param candidates the segments of which those that occur are written
     * @return false if none occurs: then there is no file
     */
    boolean write(MaskProvenance provenance, SourceAttributes source, byte[][] map, List<Segment> candidates, int seriesNumber, Path target)
            throws IOException {
        MaskFrames frames = MaskFrames.of(map, candidates);
        if (frames.isEmpty()) {
            return false;
        }
        DicomObject object = new SegmentationObject(provenance, source, frames, frames.pack(map)).build(seriesNumber);
        AtomicFile.write(target, out -> codec.write(object, out));
        return true;
    }
}
