package spine.io.dcm4che.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomCodecService;
import spine.dicom.DicomFile;
import spine.dicom.DicomObject;
import spine.dicom.PixelData;
import spine.dicom.bulk.PixelDataInFile;

/** DICOM files by dcm4che 5. */
@Component
@DicomCodecService(name = "dcm4che")
@ServiceRanking(100)
public final class Dcm4cheCodec implements DicomCodec {

    @Override
    public DicomObject read(InputStream in, String name, boolean withPixels) throws UnusableInputException, IOException {
        return new PartTenReader(name, withPixels).read(new BufferedInputStream(in)).header();
    }

    @Override
    public DicomFile open(Path file) throws UnusableInputException, IOException {
        HeaderAndPlace found;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            found = new PartTenReader(file.toString(), false).read(in);
        }
        Optional<PixelData> pixels = found.place().isPresent() ? Optional.of(PixelDataInFile.open(file, found.place().get()))
                : Optional.empty();
        return new DicomFile(file.toString(), found.header(), pixels);
    }

    @Override
    public void write(DicomObject object, OutputStream out) throws IOException {
        new DataSetOutput(object).write(out);
    }
}
