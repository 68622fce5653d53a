package spine.io.dicom.internal.study;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Writes small MR series of 8 x 4 pixels: sagittal STIR unless told otherwise. */
public final class SyntheticSeries {
    public static final String STUDY = "1.2.826.77";
    private static final double PIXEL_MM = 50;

    private final int number;
    private final DicomObject common = new DicomObject();
    private int slices = 5;
    private double top = 200;
    private double firstX = -10;
    private BiConsumer<Integer, DicomObject> change = (slice, image) -> { };

    private SyntheticSeries(int number) {
        this.number = number;
        common.text(Tag.SOPClassUID, "UI", "1.2.840.10008.5.1.4.1.1.4")
                .text(Tag.ImageType, "CS", "ORIGINAL", "PRIMARY", "M")
                .text(Tag.StudyDate, "DA", "20240229").text(Tag.StudyTime, "TM", "101112")
                .text(Tag.Modality, "CS", "MR")
                .text(Tag.Manufacturer, "LO", "ACME")
                .text(Tag.PatientName, "PN", "Nobody^Knows")
                .text(Tag.PatientID, "LO", "SECRET")
                .text(Tag.ScanningSequence, "CS", "SE", "IR")
                .decimals(Tag.RepetitionTime, 4000).decimals(Tag.EchoTime, 50).decimals(Tag.InversionTime, 160)
                .decimals(Tag.SliceThickness, 4).decimals(Tag.MagneticFieldStrength, 1.5)
                .text(Tag.StudyInstanceUID, "UI", STUDY)
                .text(Tag.StudyID, "SH", "S1")
                .text(Tag.SeriesInstanceUID, "UI", STUDY + "." + number)
                .text(Tag.FrameOfReferenceUID, "UI", STUDY + ".0.1")
                .integers(Tag.SeriesNumber, number)
                .decimals(Tag.ImageOrientationPatient, 0, 1, 0, 0, 0, -1)
                .decimals(Tag.PixelSpacing, PIXEL_MM, PIXEL_MM)
                .unsignedShorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, 8).unsignedShorts(Tag.Columns, 4)
                .unsignedShorts(Tag.BitsAllocated, 16).unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15)
                .unsignedShorts(Tag.PixelRepresentation, 0)
                .put(DicomElement.of(Tag.PixelData, "OW", new byte[64]));
    }

    public static SyntheticSeries stir(int number) {
        return new SyntheticSeries(number);
    }

    static SyntheticSeries t1(int number) {
        return stir(number).contrast("SE", 500, 12, Double.NaN).described("T1 sag");
    }

    static SyntheticSeries t2(int number) {
        return stir(number).contrast("SE", 4000, 100, Double.NaN).described("T2 sag");
    }

    SyntheticSeries contrast(String sequence, double tr, double te, double ti) {
        common.text(Tag.ScanningSequence, "CS", sequence.split("/"));
        common.decimals(Tag.RepetitionTime, tr).decimals(Tag.EchoTime, te);
        if (Double.isNaN(ti)) {
            common.text(Tag.InversionTime, "DS");
        } else {
            common.decimals(Tag.InversionTime, ti);
        }
        return this;
    }

    SyntheticSeries described(String description) {
        common.text(Tag.SeriesDescription, "LO", description);
        return this;
    }

    SyntheticSeries imageType(String... words) {
        common.text(Tag.ImageType, "CS", words);
        return this;
    }

    SyntheticSeries axial() {
        common.decimals(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0);
        return this;
    }

    public SyntheticSeries slices(int count) {
        slices = count;
        return this;
    }

    /** Height of the first row above the origin, mm. */
    public SyntheticSeries top(double mm) {
        top = mm;
        return this;
    }

    public SyntheticSeries rows(int rows) {
        common.unsignedShorts(Tag.Rows, rows).put(DicomElement.of(Tag.PixelData, "OW", new byte[8 * rows]));
        return this;
    }

    /** Place of the first slice left of the origin, mm. */
    SyntheticSeries from(double mm) {
        firstX = mm;
        return this;
    }

    SyntheticSeries set(DicomElement element) {
        common.put(element);
        return this;
    }

    /** Changes single images; called with the index of the slice, counted from the right of the patient. */
    public SyntheticSeries each(BiConsumer<Integer, DicomObject> perImage) {
        change = perImage;
        return this;
    }

    /** Fills the image with values that rise from the given one. */
    static void paint(DicomObject image, int first) {
        ByteBuffer pixels = ByteBuffer.allocate(image.element(Tag.PixelData).orElseThrow().bytes().length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; pixels.hasRemaining(); i++) {
            pixels.putShort((short) (first + i));
        }
        image.put(DicomElement.of(Tag.PixelData, "OW", pixels.array()));
    }

    /** Writes the images to {@code <number>-<slice>}, without extension, in an order that is not that of space. */
    public Path write(Path folder) throws IOException {
        NativeDicomCodec codec = new NativeDicomCodec();
        for (int i = 0; i < slices; i++) {
            int slice = (i * 3 + 1) % slices;
            slice = slices % 3 == 0 ? i : slice;
            DicomObject image = new DicomObject();
            common.elements().forEach(image::put);
            image.text(Tag.SOPInstanceUID, "UI", STUDY + "." + number + "." + (slice + 1))
                    .integers(Tag.InstanceNumber, i + 1)
                    .decimals(Tag.ImagePositionPatient, firstX + 4 * slice, -80, top);
            paint(image, 100 * number + 10 * slice);
            change.accept(slice, image);
            try (OutputStream out = Files.newOutputStream(folder.resolve(number + "-" + i))) {
                codec.write(image, out);
            }
        }
        return folder;
    }
}
