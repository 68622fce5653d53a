package spine.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomCodecService;
import spine.dicom.DicomObject;
import spine.dicom.internal.read.PartTenReader;
import spine.dicom.internal.write.PartTenWriter;

/** DICOM files in plain Java. */
@Component
@DicomCodecService(name = "native")
public final class NativeDicomCodec implements DicomCodec {

    @Override
    public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
        return new PartTenReader(name, withPixels).read(in);
    }

    @Override
    public void write(DicomObject object, OutputStream out) throws IOException {
        new PartTenWriter(out).write(object);
    }
}
