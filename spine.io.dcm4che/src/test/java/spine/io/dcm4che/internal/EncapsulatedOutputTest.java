package spine.io.dcm4che.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import spine.dicom.DicomCodec;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

class EncapsulatedOutputTest {
    private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
    private static final List<byte[]> FRAGMENTS = List.of(new byte[0], new byte[] {1, 2, 3, 4}, new byte[] {5, 6, 7});

    private final DicomObject image = new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE)
            .text(Tag.SOPInstanceUID, "UI", "1.2.3").put(DicomElement.encapsulated(Tag.PixelData, FRAGMENTS));

    @Test
    void fragmentsAreWrittenAsTheyAre() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dcm4cheCodec().write(image.text(Tag.TransferSyntaxUID, "UI", JPEG_LOSSLESS), out);
        for (DicomCodec codec : List.of(new Dcm4cheCodec(), new NativeDicomCodec())) {
            DicomObject read = codec.read(new ByteArrayInputStream(out.toByteArray()), "image", true);
            assertEquals(JPEG_LOSSLESS, read.text(Tag.TransferSyntaxUID));
            List<byte[]> fragments = read.element(Tag.PixelData).orElseThrow().fragments();
            assertArrayEquals(new byte[][] {{}, {1, 2, 3, 4}, {5, 6, 7, 0}}, fragments.toArray());
        }
    }

    @Test
    void fragmentsOfAnUnknownSyntaxAreNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> new Dcm4cheCodec().write(image, new ByteArrayOutputStream()));
    }
}
