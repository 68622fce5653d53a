package spine.io.dicom.internal.sr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.common.file.AtomicFile;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.SourceImages;
import spine.io.dicom.internal.seg.UnitSegmentation;

/**
 * Scores as a structured report, {@code report.sr.dcm}, and the segmentation that it refers to, {@code units.dcm}; the latter is
 * missing where nothing was found to measure.
 */
@Component
@ReportWriterService(format = "sr")
public final class SrReportWriter implements ReportWriter {
    /** End of the names of reports. */
    static final String REPORT_SUFFIX = ".sr.dcm";
    /** Name of the segmentation beside a report. */
    static final String SEGMENTS = "units.dcm";

    private final DicomCodec codec;

    @Activate
    public SrReportWriter(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        SourceImages images = SourceImages.of(result.study().stacks(), codec);
        Optional<UnitSegmentation> segments = UnitSegmentation.of(result, images);
        List<Path> written = new ArrayList<>();
        if (segments.isPresent()) {
            written.add(write(segments.get().object(), folder.resolve(SEGMENTS)));
        }
        written.add(write(new ReportDocument(result, images, segments).build(), folder.resolve("report" + REPORT_SUFFIX)));
        return written;
    }

    private Path write(DicomObject object, Path file) throws IOException {
        AtomicFile.write(file, out -> codec.write(object, out));
        return file;
    }
}
