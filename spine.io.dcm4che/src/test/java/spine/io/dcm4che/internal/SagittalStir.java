package spine.io.dcm4che.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;

/** A small series that the reader takes, of images of 8 x 4 pixels, written by dcm4che. */
record SagittalStir(int images) {
    private static final String STUDY = "1.2.826.78";
    private static final double SLICE_MM = 5;
    private static final double PIXEL_MM = 50;
    private static final int ROWS = 8;
    private static final int COLUMNS = 4;

    void write(Path folder) throws IOException {
        for (int i = 0; i < images; i++) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("image-" + i + ".dcm"))) {
                new Dcm4cheCodec().write(image(i), out);
            }
        }
    }

    private DicomObject image(int index) {
        byte[] pixels = new byte[2 * ROWS * COLUMNS];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) (i + index);
        }
        return new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE).text(Tag.SOPInstanceUID, "UI", STUDY + ".1."
                + (index + 1))
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "M").text(Tag.Modality, "CS", "MR")
                .text(Tag.StudyDate, "DA", "20240229").text(Tag.StudyTime, "TM", "101112").text(Tag.PatientID, "LO", "1")
                .text(Tag.ScanningSequence, "CS", "SE", "IR").decimals(Tag.RepetitionTime, 4000).decimals(Tag.EchoTime, 50)
                .decimals(Tag.InversionTime, 160).decimals(Tag.SliceThickness, SLICE_MM).decimals(Tag.MagneticFieldStrength, 1.5)
                .text(Tag.StudyInstanceUID, "UI", STUDY).text(Tag.SeriesInstanceUID, "UI", STUDY + ".1")
                .text(Tag.FrameOfReferenceUID, "UI", STUDY + ".2").integers(Tag.SeriesNumber, 1).integers(Tag.InstanceNumber, index + 1)
                .decimals(Tag.ImagePositionPatient, index * SLICE_MM, -100, 200).decimals(Tag.ImageOrientationPatient, 0, 1, 0, 0, 0, -1)
                .decimals(Tag.PixelSpacing, PIXEL_MM, PIXEL_MM).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.SamplesPerPixel, 1).unsignedShorts(Tag.Rows, ROWS).unsignedShorts(Tag.Columns, COLUMNS)
                .unsignedShorts(Tag.BitsAllocated, 16).unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15)
                .unsignedShorts(Tag.PixelRepresentation, 0).put(DicomElement.of(Tag.PixelData, "OW", pixels));
    }
}
