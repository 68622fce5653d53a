package spine.io.dicom.internal.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import spine.api.report.ReportWriter;
import spine.api.report.ReportWriterService;
import spine.api.report.ScoringResult;
import spine.common.file.AtomicFile;
import spine.common.file.FileTree;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.io.dicom.internal.result.SourceImages;

/**
 * The report as Encapsulated PDF, {@code report.pdf.dcm}: what the writer of the format {@code pdf} makes, in an object of the study. Where
 * nobody writes PDF there is no such format either.
 */
@Component
@ReportWriterService(format = "pdf-dicom")
public final class PdfDicomReportWriter implements ReportWriter {
    private final DicomCodec codec;
    private final ReportWriter pdf;

    @Activate
    public PdfDicomReportWriter(@Reference DicomCodec codec, @Reference(target = "(report.format=pdf)") ReportWriter pdf) {
        this.codec = codec;
        this.pdf = pdf;
    }

    @Override
    public List<Path> write(ScoringResult result, Path folder) throws IOException {
        SourceImages images = SourceImages.of(result.study().stacks(), codec);
        DicomObject object = new EncapsulatedPdf(result, images).build(document(result, folder));
        Path file = folder.resolve("report.pdf.dcm");
        AtomicFile.write(file, out -> codec.write(object, out));
        return List.of(file);
    }

    private byte[] document(ScoringResult result, Path folder) throws IOException {
        Path own = Files.createTempDirectory(folder, "pdf");
        try {
            List<Path> written = pdf.write(result, own);
            if (written.size() != 1) {
                throw new IOException("the writer of the format pdf wrote " + written.size() + " files where one was expected");
            }
            return Files.readAllBytes(written.get(0));
        } finally {
            FileTree.delete(own);
        }
    }
}
