package spine.report.internal.csv;

import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

class UnitsCsvContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new UnitsCsvReportWriter();
    }
}
