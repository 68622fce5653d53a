package spine.io.dcm4che.internal;

import spine.dicom.DicomCodec;
import spine.tck.dicom.DicomCodecContract;

class Dcm4cheCodecContractTest extends DicomCodecContract {

    @Override
    protected DicomCodec create() {
        return new Dcm4cheCodec();
    }
}
