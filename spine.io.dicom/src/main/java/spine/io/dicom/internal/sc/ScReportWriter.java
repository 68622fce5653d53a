package spine.io.dicom.internal.sc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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

/** Key images as secondary captures, {@code key-<nn>.sc.dcm}, in one series. */
@Component
@ReportWriterService(format = "sc")
public final class ScReportWriter implements ReportWriter {
    private static final int SERIES_NUMBER = 9102;

    private final DicomCodec codec;

    @Activate
    public ScReportWriter(@Reference DicomCodec codec) {
        this.codec = codec;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        SourceImages images = SourceImages.of(result.study().stacks(), codec);
        SecondaryCapture capture = new SecondaryCapture(ResultSeries.of(result, "OT", "key images", SERIES_NUMBER), images,
                ResultSeries.versions(result));
        List<DisplayWindow> windows = DisplayWindows.of(result);
        List<Path> written = new ArrayList<>();
        for (KeyImages.KeyImage key : KeyImages.of(result)) {
            int number = written.size() + 1;
            Path file = folder.resolve(String.format(Locale.ROOT, "key-%02d.sc.dcm", number));
            DicomObject object = capture.build(new KeyPicture(result, key, windows.get(key.stack())), number);
            AtomicFile.write(file, out -> codec.write(object, out));
            written.add(file);
        }
        return written;
    }
}
