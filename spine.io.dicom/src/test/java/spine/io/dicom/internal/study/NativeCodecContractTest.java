package spine.io.dicom.internal.study;

import spine.dicom.DicomCodec;
import spine.dicom.codec.NativeDicomCodec;
import spine.tck.dicom.DicomCodecContract;

/** Here and not beside the codec, because the test kit knows spine.dicom. */
class NativeCodecContractTest extends DicomCodecContract {

    @Override
    protected DicomCodec create() {
        return new NativeDicomCodec();
    }
}
