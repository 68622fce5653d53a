package spine.io.nifti.internal;

import spine.api.report.ReportWriter;
import spine.tck.ReportWriterContract;

class NiftiContractTest extends ReportWriterContract {

    @Override
    protected ReportWriter create() {
        return new NiftiReportWriter();
    }
}
