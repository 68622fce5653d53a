package spine.io.dimse.tck;

import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.internal.TcpDicomNetwork;

/** The network of spine itself. */
class TcpNetworkTest extends DicomNetworkContract {

    @Override
    protected DicomNetwork create() {
        return new TcpDicomNetwork(new DecodedImages(new NativeDicomCodec()));
    }

    @Override
    protected void close(DicomNetwork network) {
        ((TcpDicomNetwork) network).close();
    }
}
