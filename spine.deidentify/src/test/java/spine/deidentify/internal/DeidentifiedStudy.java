package spine.deidentify.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.deidentification.DeidentificationRequest;
import spine.api.deidentification.DeidentificationResult;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Runs the service and looks at what it wrote. */
final class DeidentifiedStudy {

    private DeidentifiedStudy() {
    }

    static DeidentificationResult run(Path source, Path target, Path key, boolean retainUids, boolean shiftDates)
            throws UnusableInputException, IOException {
        return new ProfileDeidentification().deidentify(new DeidentificationRequest(source, target, key, retainUids, shiftDates),
                Progress.SILENT, new Cancellation());
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static List<DicomObject> images(Path folder) throws IOException, UnusableInputException {
        List<DicomObject> images = new ArrayList<>();
        for (Path file : files(folder)) {
            if (file.toString().endsWith(".dcm")) {
                images.add(new NativeDicomCodec().read(file, true));
            }
        }
        return images;
    }

    /** A small MR image. */
    static DicomObject image(String patient, String study, String series, String instance, int number) {
        byte[] pixels = new byte[32];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7 + number);
        }
        return new DicomObject().text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.4").text(Tag.SOPInstanceUID, "UI", instance)
                .text(Tag.StudyInstanceUID, "UI", study).text(Tag.SeriesInstanceUID, "UI", series).text(Tag.PatientID, "LO", patient)
                .text(Tag.PatientName, "PN", "Müller^Jürgen").text(Tag.PatientBirthDate, "DA", "19600229")
                .text(Tag.StudyDate, "DA", "20240229").text(Tag.StudyTime, "TM", "101112").text(Tag.SeriesDate, "DA", "20240301")
                .text(Tag.Modality, "CS", "MR").text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "M")
                .text(Tag.SeriesDescription, "LO", "sag STIR Müller HWS").text(Tag.ProtocolName, "LO", "Dr. Huber")
                .integers(Tag.InstanceNumber, number).unsignedShorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2").unsignedShorts(Tag.Rows, 4).unsignedShorts(Tag.Columns, 4)
                .unsignedShorts(Tag.BitsAllocated, 16).unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15)
                .unsignedShorts(Tag.PixelRepresentation, 0).put(DicomElement.of(Tag.PixelData, "OW", pixels));
    }

    static Path write(Path file, DicomObject image) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            new NativeDicomCodec().write(image, out);
        }
        return file;
    }
}
