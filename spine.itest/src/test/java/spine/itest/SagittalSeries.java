package spine.itest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/** Writes a volume as a sagittal T2 series, its thin slices averaged to the thickness that spine MRI has. */
final class SagittalSeries {
    static final String SERIES_UID = "2.25.7100";
    private static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";

    private final NiftiVolume volume;
    private final int thickness;

    /** @param thickness how many voxels along x make one slice */
    SagittalSeries(NiftiVolume volume, int thickness) {
        this.volume = volume;
        this.thickness = thickness;
    }

    void write(DicomCodec codec, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int slice = 0; slice < volume.size()[0] / thickness; slice++) {
            try (OutputStream out = Files.newOutputStream(folder.resolve("slice-" + slice + ".dcm"))) {
                codec.write(image(slice), out);
            }
        }
    }

    private DicomObject image(int slice) {
        int rows = volume.size()[2];
        int columns = volume.size()[1];
        double[] spacing = volume.spacing();
        double[] origin = volume.origin();
        double right = origin[0] + (slice * thickness + (thickness - 1) / 2.0) * spacing[0];
        double back = origin[1];
        double top = origin[2] + (rows - 1) * spacing[2];
        return new DicomObject()
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "M")
                .text(Tag.SOPClassUID, "UI", MR_IMAGE_STORAGE)
                .text(Tag.SOPInstanceUID, "UI", SERIES_UID + "." + (slice + 1))
                .text(Tag.Modality, "CS", "MR")
                .text(Tag.SeriesDescription, "LO", "T2 TSE SAG")
                .text(Tag.ScanningSequence, "CS", "SE")
                .decimals(Tag.RepetitionTime, 3500)
                .decimals(Tag.EchoTime, 110)
                .decimals(Tag.SliceThickness, thickness * Math.abs(spacing[0]))
                .text(Tag.StudyInstanceUID, "UI", "2.25.71")
                .text(Tag.SeriesInstanceUID, "UI", SERIES_UID)
                .integers(Tag.SeriesNumber, 1)
                .integers(Tag.InstanceNumber, slice + 1)
                .text(Tag.FrameOfReferenceUID, "UI", "2.25.72")
                // RAS to LPS; columns run to the front, rows to the feet
                .decimals(Tag.ImagePositionPatient, -right, -back, top)
                .decimals(Tag.ImageOrientationPatient, 0, -1, 0, 0, 0, -1)
                .decimals(Tag.PixelSpacing, spacing[2], spacing[1])
                .unsignedShorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, rows)
                .unsignedShorts(Tag.Columns, columns)
                .unsignedShorts(Tag.BitsAllocated, 16)
                .unsignedShorts(Tag.BitsStored, 16)
                .unsignedShorts(Tag.HighBit, 15)
                .unsignedShorts(Tag.PixelRepresentation, 0)
                .put(DicomElement.of(Tag.PixelData, "OW", pixels(slice, rows, columns)));
    }

    private byte[] pixels(int slice, int rows, int columns) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * rows * columns).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float sum = 0;
                for (int i = 0; i < thickness; i++) {
                    sum += volume.at(slice * thickness + i, column, rows - 1 - row);
                }
                pixels.putShort((short) Math.round(Math.max(0, sum / thickness)));
            }
        }
        return pixels.array();
    }
}
