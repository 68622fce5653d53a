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
import spine.common.file.AtomicFile;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;

/** Masks as DICOM segmentations, {@code anatomy-<stack>.seg.dcm} and {@code oedema-<stack>.seg.dcm}. */
@Component
@ReportWriterService(format = "seg")
public final class SegReportWriter implements ReportWriter {
    /** Leaves room above the numbers that scanners use. */
    private static final int FIRST_SERIES_NUMBER = 9001;

    private final DicomCodec codec;

    @Activate
    public SegReportWriter(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        List<SliceStack> stacks = result.study().stacks();
        for (int i = 0; i < stacks.size(); i++) {
            String name = "-" + (i + 1) + ".seg.dcm";
            int seriesNumber = FIRST_SERIES_NUMBER + 2 * i;
            SourceAttributes source = SourceAttributes.of(stacks.get(i).slices().get(0), codec);
            write(provenance(result, i, "anatomy", ModelRole.ANATOMY), source, result.anatomy().stacks().get(i).structures(),
                    Segment.anatomy(), seriesNumber, folder.resolve("anatomy" + name)).ifPresent(written::add);
            write(provenance(result, i, "oedema", ModelRole.OEDEMA), source, result.lesions().get(i).lesion(),
                    Segment.oedema(), seriesNumber + 1, folder.resolve("oedema" + name)).ifPresent(written::add);
        }
        return written;
    }

    private Optional<Path> write(MaskProvenance provenance, SourceAttributes source, byte[][] map, List<Segment> candidates,
            int seriesNumber, Path target) throws IOException {
        MaskFrames frames = MaskFrames.of(map, candidates);
        if (frames.isEmpty()) {
            return Optional.empty();
        }
        DicomObject object = new SegmentationObject(provenance, source, frames, frames.pack(map)).build(seriesNumber);
        AtomicFile.write(target, out -> codec.write(object, out));
        return Optional.of(target);
    }

    private static MaskProvenance provenance(ScoringResult result, int stack, String kind, String role) {
        Optional<ModelCard> model = result.models().stream().filter(card -> card.role().equals(role)).findFirst();
        return new MaskProvenance(result.study().studyInstanceUid(), result.study().stacks().get(stack), kind, model);
    }
}
