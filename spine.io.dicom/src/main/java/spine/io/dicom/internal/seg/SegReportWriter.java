package spine.io.dicom.internal.seg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.image.SliceStack;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.dicom.DicomCodec;
import spine.io.dicom.internal.orientation.StoredGrid;
import spine.io.dicom.internal.result.SourceAttributes;
import spine.io.dicom.internal.result.SourceImages;

/**
 * Masks as DICOM segmentations, {@code anatomy-<stack>.seg.dcm} and {@code oedema-<stack>.seg.dcm}. Where oedema was looked for and none
 * was found its file has empty frames; where it was not looked for there is none.
 */
@Component
@ReportWriterService(format = "seg")
public final class SegReportWriter implements ReportWriter {
    /** Leaves room above the numbers that scanners use. */
    private static final int FIRST_SERIES_NUMBER = 9001;

    private final DicomCodec codec;
    private final SegmentationFile segmentation;

    @Activate
    public SegReportWriter(@Reference DicomCodec codec) {
        this.codec = codec;
        segmentation = new SegmentationFile(codec);
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        List<SliceStack> stacks = result.study().stacks();
        SourceImages images = SourceImages.of(stacks, codec);
        for (int i = 0; i < stacks.size(); i++) {
            String name = "-" + (i + 1) + ".seg.dcm";
            int seriesNumber = FIRST_SERIES_NUMBER + 2 * i;
            SourceImages ofStack = images.of(stacks.get(i));
            write(provenance(result, ofStack, images.attributes(), "anatomy", ModelRole.ANATOMY),
                    MaskFrames.of(images.grids(stacks.get(i)), result.anatomy().stacks().get(i).structures(), Segment.anatomy()),
                    seriesNumber, folder.resolve("anatomy" + name), written);
            write(provenance(result, ofStack, images.attributes(), "oedema", ModelRole.OEDEMA), oedema(result, i, images), seriesNumber + 1,
                    folder.resolve("oedema" + name), written);
        }
        return written;
    }

    private static Optional<PackedMasks> oedema(ScoringResult result, int stack, SourceImages images) {
        List<StoredGrid> grids = images.grids(result.study().stacks().get(stack));
        Optional<PackedMasks> found = MaskFrames.of(grids, result.lesions().get(stack).lesion(), Segment.oedema());
        return found.isEmpty() && result.soughtOedema(stack) ? Optional.of(PackedMasks.nowhere(grids, Segment.oedema().get(0))) : found;
    }

    private void write(MaskProvenance provenance, Optional<PackedMasks> masks, int seriesNumber, Path target, List<Path> written)
            throws IOException {
        if (masks.isPresent()) {
            segmentation.write(provenance, masks.get(), seriesNumber, target);
            written.add(target);
        }
    }

    private static MaskProvenance provenance(ScoringResult result, SourceImages images, SourceAttributes patient, String kind,
            String role) {
        Optional<ModelCard> model = result.models().stream().filter(card -> card.role().equals(role)).findFirst();
        return new MaskProvenance(result.study().studyInstanceUid(), images, patient, kind, model, result.correction()
                .filter(correction -> role.equals(ModelRole.ANATOMY) ? correction.ofAnatomy() : !correction.oedema().none()).isPresent(),
                MaskProvenance.replacedBy(result));
    }
}
