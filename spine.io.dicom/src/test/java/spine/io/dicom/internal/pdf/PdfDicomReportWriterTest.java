package spine.io.dicom.internal.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.ScoredStudy;

class PdfDicomReportWriterTest {
    private static final byte[] DOCUMENT = {'%', 'P', 'D', 'F', '-'};

    private final NativeDicomCodec codec = new NativeDicomCodec();

    @TempDir
    private Path images;
    @TempDir
    private Path folder;

    @Test
    void theDocumentIsInTheObjectAsItIs() throws Exception {
        List<Path> written = new PdfDicomReportWriter(codec, (result, place) -> List.of(Files.write(place.resolve("report.pdf"), DOCUMENT)))
                .write(new ScoredStudy(images).result(ScoredStudy.spine()), folder);
        assertEquals(List.of(folder.resolve("report.pdf.dcm")), written);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
        DicomObject object = codec.read(written.get(0), false);
        assertEquals(SopClass.ENCAPSULATED_PDF_STORAGE, object.text(Tag.SOPClassUID));
        assertEquals("DOC", object.text(Tag.Modality));
        byte[] value = object.element(ResultTag.EncapsulatedDocument).orElseThrow().bytes();
        assertEquals(6, value.length, "even");
        assertArrayEquals(DOCUMENT, Arrays.copyOf(value, object.integer(ResultTag.EncapsulatedDocumentLength, 0)));
    }
}
