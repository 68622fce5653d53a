package spine.jobs.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.TransferSyntax;
import spine.dicom.codec.EncodedDataSet;
import spine.dicom.codec.NativeDicomCodec;

/** Small objects to receive. */
final class SampleObjects {
    private static final int ROWS = 4;

    private SampleObjects() {
    }

    /** @param content another number makes other pixels */
    static InputStream image(String study, int number, int content) {
        return file(object(study, number, content));
    }

    private static DicomObject object(String study, int number, int content) {
        byte[] pixels = new byte[2 * ROWS * ROWS];
        new Random(content).nextBytes(pixels);
        return header(study, number, SopClass.MR_IMAGE_STORAGE).text(Tag.Modality, "CS", "MR").unsignedShorts(Tag.Rows, ROWS)
                .unsignedShorts(Tag.Columns, ROWS).unsignedShorts(Tag.BitsAllocated, 16).text(Tag.Manufacturer, "LO", "A vendor")
                .put(DicomElement.of(Tag.PixelData, "OW", pixels));
    }

    /** The same image as others encode it: without value representations. */
    static InputStream implicit(String study, int number, int content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new EncodedDataSet(SopClass.MR_IMAGE_STORAGE, sop(study, number), TransferSyntax.IMPLICIT_LITTLE_ENDIAN).writeFileHead(out, "");
        for (DicomElement element : object(study, number, content).elements()) {
            out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putShort((short) (element.tag() >>> 16))
                    .putShort((short) element.tag()).putInt(element.bytes().length).array());
            out.write(element.bytes());
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    /** As spine writes it. */
    static InputStream report(String study, int number) {
        return file(header(study, number, SopClass.COMPREHENSIVE_3D_SR_STORAGE).text(Tag.Modality, "CS", "SR")
                .text(Tag.Manufacturer, "LO", "spine"));
    }

    /** Of somebody else. */
    static InputStream foreignReport(String study, int number) {
        return file(header(study, number, SopClass.COMPREHENSIVE_3D_SR_STORAGE).text(Tag.Modality, "CS", "SR")
                .text(Tag.Manufacturer, "LO", "A vendor"));
    }

    static String sop(String study, int number) {
        return study + "." + number;
    }

    static DicomObject header(String study, int number, String sopClass) {
        return new DicomObject().text(Tag.SOPClassUID, "UI", sopClass).text(Tag.SOPInstanceUID, "UI", sop(study, number))
                .text(Tag.PatientName, "PN", "Sample").text(Tag.StudyInstanceUID, "UI", study)
                .text(Tag.SeriesInstanceUID, "UI", study + ".0");
    }

    static InputStream file(DicomObject object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new NativeDicomCodec().write(object, out);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
        return new ByteArrayInputStream(out.toByteArray());
    }
}
