package spine.report.pdf.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.report.PrintableReport;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;

/** Writes {@code report.pdf}. */
@Component
@ReportWriterService(format = "pdf")
public final class PdfReportWriter implements ReportWriter {
    private final PrintableReport report;
    private final ReportFonts fonts = new ReportFonts();

    @Activate
    public PdfReportWriter(@Reference PrintableReport report) {
        this.report = report;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        byte[] document = new PdfDocument(fonts).of(report.xhtml(result, fonts::show));
        return List.of(Files.write(folder.resolve("report.pdf"), document));
    }
}
