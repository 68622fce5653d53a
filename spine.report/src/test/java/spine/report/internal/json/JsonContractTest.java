package spine.report.internal.json;

import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

class JsonContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new JsonReportWriter();
    }
}
