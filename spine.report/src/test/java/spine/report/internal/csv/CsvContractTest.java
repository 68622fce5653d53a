package spine.report.internal.csv;

import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

class CsvContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new CsvReportWriter();
    }
}
