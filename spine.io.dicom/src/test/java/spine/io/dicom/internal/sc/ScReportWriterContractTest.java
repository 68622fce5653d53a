package spine.io.dicom.internal.sc;

import spine.api.report.ReportWriter;
import spine.dicom.codec.NativeDicomCodec;
import spine.tck.ReportWriterContract;

class ScReportWriterContractTest extends ReportWriterContract {
    @Override
    protected ReportWriter create() {
        return new ScReportWriter(new NativeDicomCodec());
    }
}
