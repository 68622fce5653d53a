package spine.report.pdf.internal;

import spine.api.report.ReportWriter;
import spine.report.internal.print.PrintableReportPage;
import spine.tck.ReportWriterContract;

class PdfContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new PdfReportWriter(new PrintableReportPage());
    }
}
