package spine.io.dcm4che.net.internal;

import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.tck.DicomNetworkContract;

class Dcm4cheNetworkTest extends DicomNetworkContract {

    @Override
    protected DicomNetwork create() {
        return new Dcm4cheNetwork(new DecodedImages(new NativeDicomCodec()));
    }

    @Override
    protected void close(DicomNetwork network) {
        ((Dcm4cheNetwork) network).close();
    }
}
