package spine.report.internal.html;

import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

class HtmlContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new HtmlReportWriter();
    }
}
