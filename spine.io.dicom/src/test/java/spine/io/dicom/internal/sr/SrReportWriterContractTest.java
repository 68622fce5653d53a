package spine.io.dicom.internal.sr;

import spine.api.report.ReportWriter;
import spine.dicom.codec.NativeDicomCodec;
import spine.tck.ReportWriterContract;

class SrReportWriterContractTest extends ReportWriterContract {
    @Override
    protected ReportWriter create() {
        return new SrReportWriter(new NativeDicomCodec());
    }
}
