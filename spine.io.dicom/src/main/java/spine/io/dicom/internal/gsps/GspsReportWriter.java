package spine.io.dicom.internal.gsps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.image.SliceStack;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.common.display.DisplayWindow;
import spine.common.display.DisplayWindows;
import spine.common.file.AtomicFile;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.ResultSeries;
import spine.io.dicom.internal.result.SourceImages;

/**
 * Presentation states, {@code presentation-<n>.pr.dcm}: one for each stack, or more where its images have different modality LUTs. None
 * for a stack on which nothing was named or found.
 */
@Component
@ReportWriterService(format = "gsps")
public final class GspsReportWriter implements ReportWriter {
    private static final int SERIES_NUMBER = 9103;

    private final DicomCodec codec;

    @Activate
    public GspsReportWriter(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        SourceImages images = SourceImages.of(result.study().stacks(), codec);
        ResultSeries series = ResultSeries.of(result, "PR", "presentation", SERIES_NUMBER);
        List<DisplayWindow> windows = DisplayWindows.of(result);
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < images.stacks().size(); i++) {
            SliceStack stack = images.stacks().get(i);
            Annotations annotations = new Annotations(stack, images.grids(stack), result.anatomy().stacks().get(i),
                    result.lesions().get(i));
            for (PresentedImages presented : PresentedImages.of(stack, images, windows.get(i))) {
                if (annotations.isOnAny(presented.slices())) {
                    Path file = folder.resolve("presentation-" + (written.size() + 1) + ".pr.dcm");
                    DicomObject object = new PresentationState(series, images, presented, annotations)
                            .build(written.size() + 1, ResultSeries.versions(result));
                    AtomicFile.write(file, out -> codec.write(object, out));
                    written.add(file);
                }
            }
        }
        return written;
    }
}
