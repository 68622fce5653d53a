package spine.dicomweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** Small studies of MR images whose pixels count up. */
public final class SampleStudy {
    static final int ROWS = 4;
    static final int COLUMNS = 6;

    private SampleStudy() {
    }

    static String uid(int study) {
        return "1.2.826." + study;
    }

    static String series(int study, int series) {
        return uid(study) + "." + series;
    }

    static String instance(int study, int series, int instance) {
        return series(study, series) + "." + instance;
    }

    static DicomObject header(int study, int series, int instance) {
        return new DicomObject().text(Tag.SpecificCharacterSet, "CS", "ISO_IR 192").text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE)
                .text(Tag.SOPInstanceUID, "UI", instance(study, series, instance)).text(Tag.StudyDate, "DA", "2020010" + study)
                .text(Tag.StudyTime, "TM", "101500").text(Tag.AccessionNumber, "SH", "A" + study).text(Tag.Modality, "CS", "MR")
                .text(Tag.PatientName, "PN", study == 1 ? "Grün^Eva" : "Müller^Jörg").text(Tag.PatientID, "LO", "P" + study)
                .text(Tag.StudyInstanceUID, "UI", uid(study)).text(Tag.SeriesInstanceUID, "UI", series(study, series))
                .text(Tag.SeriesDescription, "LO", "STIR " + series).integers(Tag.SeriesNumber, series).integers(Tag.InstanceNumber,
                        instance)
                .put(DicomElement.of(0x00091010, "OB", new byte[2000]))
                .unsignedShorts(Tag.SamplesPerPixel, 1).text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .unsignedShorts(Tag.Rows, ROWS).unsignedShorts(Tag.Columns, COLUMNS).unsignedShorts(Tag.BitsAllocated, 16)
                .unsignedShorts(Tag.BitsStored, 16).unsignedShorts(Tag.HighBit, 15).unsignedShorts(Tag.PixelRepresentation, 0);
    }

    static byte[] pixels(int instance) {
        ByteBuffer pixels = ByteBuffer.allocate(2 * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            pixels.putShort((short) (100 * instance + i));
        }
        return pixels.array();
    }

    /** A file in explicit VR little endian. */
    static byte[] file(int study, int series, int instance) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeDicomCodec().write(header(study, series, instance).put(DicomElement.of(Tag.PixelData, "OW", pixels(instance))), out);
        return out.toByteArray();
    }
}
