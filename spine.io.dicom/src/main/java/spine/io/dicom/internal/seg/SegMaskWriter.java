package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.image.LabelMap;
import spine.api.image.SliceStack;
import spine.api.report.MaskWriter;
import spine.dicom.DicomCodec;
import spine.io.dicom.internal.result.SourceImages;

/** Masks of abnormal marrow other than oedema as one DICOM segmentation, a segment for each class. */
@Component
public final class SegMaskWriter implements MaskWriter {
    private final DicomCodec codec;
    private final SegmentationFile segmentation;

    @Activate
    public SegMaskWriter(@Reference DicomCodec codec) {
        this.codec = codec;
        segmentation = new SegmentationFile(codec);
    }

    @Override
    public boolean write(String studyInstanceUid, SliceStack stack, String kind, LabelMap masks, int seriesNumber, Path file)
            throws IOException {
        SourceImages images = SourceImages.of(List.of(stack), codec);
        Optional<PackedMasks> packed = MaskFrames.of(images.grids(stack), masks.labels(), Segment.lesions(masks.classes()));
        if (packed.isPresent()) {
            segmentation.write(new MaskProvenance(studyInstanceUid, images, images.attributes(), kind, Optional.empty(), false,
                    OptionalInt.empty()), packed.get(), seriesNumber, file);
        }
        return packed.isPresent();
    }
}
