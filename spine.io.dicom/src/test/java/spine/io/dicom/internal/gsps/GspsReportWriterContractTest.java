package spine.io.dicom.internal.gsps;

import spine.api.report.ReportWriter;
import spine.dicom.codec.NativeDicomCodec;
import spine.tck.ReportWriterContract;

class GspsReportWriterContractTest extends ReportWriterContract {
    @Override
    protected ReportWriter create() {
        return new GspsReportWriter(new NativeDicomCodec());
    }
}
