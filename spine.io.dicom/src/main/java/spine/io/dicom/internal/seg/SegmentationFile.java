package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import spine.common.file.AtomicFile;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;

/** Writes the masks of one stack into one file. Safe for use by many threads for different files. */
final class SegmentationFile {
    private final DicomCodec codec;

    SegmentationFile(DicomCodec codec) {
        this.codec = codec;
    }

    /** @param provenance of the stack of the masks */
    void write(MaskProvenance provenance, PackedMasks masks, int seriesNumber, Path target) throws IOException {
        DicomObject object = new SegmentationObject(provenance, masks).build(seriesNumber);
        AtomicFile.write(target, out -> codec.write(object, out));
    }
}
