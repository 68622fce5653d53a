package spine.io.dicom.internal.sc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.anatomy.Vertebra;
import spine.api.report.ScoringResult;
import spine.common.display.DisplayWindows;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.ScoredStudy;
import spine.tck.SampleSpine;

class ScReportWriterTest {
    private static final int RED = 0xff3030;

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final ScReportWriter writer = new ScReportWriter(codec);

    @TempDir
    private Path images;
    @TempDir
    private Path folder;

    @Test
    void theImagesThatMakeTheScoresAreShownWithTheirOedema() throws Exception {
        List<DicomObject> pictures = pictures(new ScoredStudy(images).result(SampleSpine.whole().oedema(Vertebra.T7, 8, 0, 6, 0, 8)));
        assertEquals(List.of("2.25.1.1.7", "2.25.1.1.8", "2.25.1.1.9"), pictures.stream().map(picture ->
                picture.items(ResultTag.SourceImageSequence).get(0).text(ResultTag.ReferencedSOPInstanceUID)).toList());
        assertEquals("sparcc T6/7: 4; sparcc T7/8: 4", pictures.get(0).text(ResultTag.ImageComments));
        assertEquals(0, count(pictures.get(0), RED));
        assertTrue(count(pictures.get(2), RED) > 20);
        assertEquals("RGB", pictures.get(0).text(Tag.PhotometricInterpretation));
    }

    /** A third of the way to white, which is 72 of 255, as in the report. */
    @Test
    void normalMarrowIsAsBrightAsInTheReport() throws Exception {
        ScoringResult result = new ScoredStudy(images).result(SampleSpine.whole().oedema(Vertebra.T7, 8, 0, 6, 0, 8));
        assertEquals(72, DisplayWindows.of(result).get(0).grey(DisplayWindows.of(result).get(0).marrow()));
        assertTrue(count(pictures(result).get(0), 0x484848) > 1000);
    }

    /** So that nobody has to wonder whether the study was looked at. */
    @Test
    void ofACleanSpineTheMiddleOfEachStackIsShown() throws Exception {
        List<DicomObject> pictures = pictures(new ScoredStudy(images).withoutSpine());
        assertEquals(1, pictures.size());
        assertEquals("2.25.1.1.2", pictures.get(0).items(ResultTag.SourceImageSequence).get(0).text(ResultTag.ReferencedSOPInstanceUID));
        assertTrue(pictures.get(0).element(ResultTag.ImageComments).isEmpty());
    }

    private List<DicomObject> pictures(ScoringResult result) throws Exception {
        List<DicomObject> pictures = new ArrayList<>();
        for (Path file : writer.write(result, folder)) {
            pictures.add(codec.read(file, true));
        }
        return pictures;
    }

    private static int count(DicomObject picture, int colour) {
        byte[] rgb = picture.element(Tag.PixelData).orElseThrow().bytes();
        int count = 0;
        for (int i = 0; i + 2 < rgb.length; i += 3) {
            count += ((rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | rgb[i + 2] & 0xff) == colour ? 1 : 0;
        }
        return count;
    }
}
