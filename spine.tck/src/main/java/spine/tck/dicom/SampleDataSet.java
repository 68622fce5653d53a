package spine.tck.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;

/** An image with a value of every representation, sequences in sequences, private elements and 2 x 3 pixels of 16 bits. */
final class SampleDataSet {
    static final int CODES = 0x00081032;
    static final int PRIVATE_VALUE = 0x00111001;
    private static final int STUDIES = 0x00081110;
    private static final byte[] PIXELS = {1, 0, 2, 0, 3, 1, 4, 0, 5, 0, -1, -128};

    private SampleDataSet() {
    }

    static DicomObject image() {
        return header().put(DicomElement.of(Tag.PixelData, "OW", PIXELS));
    }

    /** Without pixels. */
    static DicomObject header() {
        DicomObject code = new DicomObject().text(0x00080100, "SH", "T-11500").text(0x00080102, "SH", "SRT");
        return new DicomObject()
                .text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192")
                .text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE).text(Tag.SOPInstanceUID, "UI", "1.2.3.4")
                .text(Tag.StudyDate, "DA", "20200229").text(0x0008002A, "DT", "20200229134049.5").text(Tag.StudyTime, "TM", "134049.5")
                .text(0x00080054, "AE", "ARCHIVE").text(Tag.Modality, "CS", "MR").text(0x00080119, "UC", "long code value")
                .text(0x00080120, "UR", "urn:oid:1.2.3").text(Tag.StudyDescription, "LO", "Ganze Wirbelsäule")
                .text(0x00080081, "ST", "Straße 1")
                .sequence(CODES, code, new DicomObject().sequence(CODES, code, code))
                .sequence(STUDIES, new DicomObject())
                .text(Tag.PatientName, "PN", "Grün^Ärger").text(Tag.PatientID, "LO", "").text(Tag.PatientAge, "AS", "043Y")
                .text(0x00104000, "LT", "two\r\nlines").text(0x00110010, "LO", "SPINE TEST")
                .text(Tag.ScanningSequence, "CS", "SE", "IR").decimals(Tag.RepetitionTime, 3000.25)
                .put(numbers(0x00181320, "FL", 4, 0x3fc00000)).put(numbers(0x00186020, "SL", 4, -5))
                .put(numbers(0x00189219, "SS", 2, -2)).put(numbers(0x001811B7, "FD", 8, Double.doubleToLongBits(-1.5)))
                .integers(Tag.InstanceNumber, 7).unsignedShorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2").tags(0x00280009, 0x00181063)
                .unsignedShorts(Tag.Rows, 2).unsignedShorts(Tag.Columns, 3).unsignedShorts(Tag.BitsAllocated, 16)
                .unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15).unsignedShorts(Tag.PixelRepresentation, 0)
                .put(numbers(0x00281201, "OW", 2, 0x0102, 0x0304)).text(0x0040A160, "UT", "unlimited text")
                .put(DicomElement.of(0x00420011, "OB", new byte[] {1, 2, 3, 4})).unsignedLongs(0x00041200, 3_000_000_000L)
                .put(numbers(0x00660016, "OF", 4, 0x3f800000)).put(numbers(0x00660022, "OD", 8, Double.doubleToLongBits(2)))
                .put(numbers(0x00660040, "OL", 4, 1, 2, 3)).put(numbers(0x00720081, "OV", 8, 1L << 40))
                .put(numbers(0x00720082, "SV", 8, -(1L << 40))).put(numbers(0x00720083, "UV", 8, 1L << 50));
    }

    /** Begins with group 8, as a file without file meta information does. */
    static DicomObject withoutGroup4() {
        return header().remove(0x00041200);
    }

    /** As a file may have it that does not name representations: private elements are unknown. */
    static DicomObject withPrivateValue() {
        return header().put(DicomElement.of(PRIVATE_VALUE, "UN", new byte[] {1, 2, 3, 4}));
    }

    static byte[] pixels() {
        return PIXELS.clone();
    }

    private static DicomElement numbers(int tag, String vr, int size, long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(size * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> {
            switch (size) {
                case Short.BYTES -> buffer.putShort((short) value);
                case Integer.BYTES -> buffer.putInt((int) value);
                default -> buffer.putLong(value);
            }
        });
        return DicomElement.of(tag, vr, buffer.array());
    }
}
