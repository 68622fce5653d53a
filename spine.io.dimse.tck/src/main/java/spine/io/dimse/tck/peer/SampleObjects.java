package spine.io.dimse.tck.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.EncodedDataSet;
import spine.dicom.codec.NativeDicomCodec;

/** Objects to send: the header of an MR image, and pixels of noise, which nobody decodes on the way. */
public final class SampleObjects {
    private static final int ROWS = 16;

    private SampleObjects() {
    }

    /** A Part 10 file in explicit little endian with about that many bytes of pixels. */
    public static Path image(Path folder, int number, int bytes) throws IOException {
        return write(folder, number, header(number, bytes).put(DicomElement.of(Tag.PixelData, "OW", noise(number, bytes))));
    }

    /** The same with pixels in fragments, for any encapsulated transfer syntax. */
    public static Path compressed(Path folder, int number, int bytes, String transferSyntax) throws IOException {
        return write(folder, number, header(number, bytes).text(Tag.TransferSyntaxUID, "UI", transferSyntax)
                .put(DicomElement.encapsulated(Tag.PixelData, List.of(new byte[0], noise(number, bytes)))));
    }

    public static String uid(int number) {
        return "2.25.4711." + number;
    }

    private static DicomObject header(int number, int bytes) {
        return new DicomObject().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192").text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY")
                .text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE).text(Tag.SOPInstanceUID, "UI", uid(number))
                .text(Tag.Modality, "CS", "MR").text(Tag.PatientName, "PN", "Sample^Sämple").text(Tag.PatientID, "LO", "4711")
                .text(Tag.StudyInstanceUID, "UI", "2.25.4711").text(Tag.SeriesInstanceUID, "UI", "2.25.4711.0")
                .integers(Tag.InstanceNumber, number)
                .sequence(0x00081140, new DicomObject().text(0x00081150, "UI", SopClass.MR_IMAGE_STORAGE).text(0x00081155, "UI", "1.2.3"))
                .unsignedShorts(Tag.SamplesPerPixel, 1).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, ROWS).unsignedShorts(Tag.Columns, Math.min(0xffff, bytes / ROWS / 2))
                .unsignedShorts(Tag.BitsAllocated, 16).unsignedShorts(Tag.BitsStored, 12).unsignedShorts(Tag.HighBit, 11)
                .unsignedShorts(Tag.PixelRepresentation, 0);
    }

    private static byte[] noise(int seed, int bytes) {
        byte[] noise = new byte[bytes];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static Path write(Path folder, int number, DicomObject object) throws IOException {
        Path file = folder.resolve(number + ".dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            new NativeDicomCodec().write(object, out);
        }
        return file;
    }

    /** The bytes of the data set of a file. */
    public static byte[] dataSet(Path file) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        return Arrays.copyOfRange(whole, (int) EncodedDataSet.in(file).start(), whole.length);
    }
}
