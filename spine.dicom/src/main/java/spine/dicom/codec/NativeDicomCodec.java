package spine.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomCodecService;
import spine.dicom.DicomFile;
import spine.dicom.DicomLimits;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.bulk.PixelDataInFile;
import spine.dicom.internal.read.HeaderAndPlace;
import spine.dicom.internal.read.PartTenReader;
import spine.dicom.internal.write.PartTenWriter;

/** DICOM files in plain Java. */
@Component
@DicomCodecService(name = "native")
public final class NativeDicomCodec implements DicomCodec {

    @Override
    public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
        return new PartTenReader(name, withPixels, DicomLimits.STANDARD).read(in);
    }

    @Override
    public DicomFile open(Path file) throws UnusableInputException, IOException {
        HeaderAndPlace found;
        try (InputStream in = Files.newInputStream(file)) {
            found = new PartTenReader(file.toString(), false, DicomLimits.STANDARD).locate(in);
        }
        Optional<PixelData> pixels = found.place().isPresent() ? Optional.of(PixelDataInFile.open(file, found.place().get()))
                : Optional.empty();
        return new DicomFile(file.toString(), found.header(), pixels);
    }

    @Override
    public void write(DicomObject object, OutputStream out) throws IOException {
        new PartTenWriter(out).write(object);
    }
}
