package spine.report.internal.picture;

import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

class KeyImagesContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new KeyImagesReportWriter();
    }
}
