package spine.doors.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.util.converter.Converters;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.internal.TcpDicomNetwork;

/** What the tests of the doors have in common. */
public final class Samples {

    private Samples() {
    }

    public static TcpDicomNetwork network() {
        return new TcpDicomNetwork(new DecodedImages(new NativeDicomCodec()));
    }

    public static RemoteNode node(int port) {
        return new RemoteNode("127.0.0.1", port, "SPINE", "SCANNER", Optional.empty(), Duration.ofSeconds(20));
    }

    /** Settings as Declarative Services makes them; those that are not given have their defaults. */
    public static <T> T settings(Class<T> configuration, Map<String, Object> values) {
        return Converters.standardConverter().convert(values).to(configuration);
    }

    /** A file in the DICOM file format. */
    public static Path image(Path folder, String study, int number) throws IOException {
        return Files.write(folder.resolve(number + ".dcm"), bytes(study, number, SopClass.MR_IMAGE_STORAGE));
    }

    /** The same of another SOP class. */
    public static Path object(Path folder, String sopClass, int number) throws IOException {
        return Files.write(folder.resolve(number + ".dcm"), bytes("2.25.1", number, sopClass));
    }

    public static byte[] bytes(String study, int number, String sopClass) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeDicomCodec().write(new DicomObject().text(Tag.SOPClassUID, "UI", sopClass)
                .text(Tag.SOPInstanceUID, "UI", study + "." + number).text(Tag.Modality, "CS", "MR")
                .text(Tag.StudyInstanceUID, "UI", study).text(Tag.SeriesInstanceUID, "UI", study + ".0")
                .unsignedShorts(Tag.SamplesPerPixel, 1).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, 16).unsignedShorts(Tag.Columns, 16).unsignedShorts(Tag.BitsAllocated, 16)
                .unsignedShorts(Tag.BitsStored, 12).unsignedShorts(Tag.HighBit, 11).unsignedShorts(Tag.PixelRepresentation, 0)
                .put(DicomElement.of(Tag.PixelData, "OW", new byte[512])), out);
        return out.toByteArray();
    }
}
