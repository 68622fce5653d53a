package spine.io.dicom.internal.gsps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.report.ScoringResult;
import spine.common.display.DisplayWindow;
import spine.common.display.DisplayWindows;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.result.ResultTag;
import spine.io.dicom.internal.result.ScoredStudy;

class GspsReportWriterTest {
    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final GspsReportWriter writer = new GspsReportWriter(codec);

    @TempDir
    private Path images;
    @TempDir
    private Path folder;

    @Test
    void outlinesAreClosedPolylinesInPixelsOfTheirImage() throws Exception {
        ScoringResult result = new ScoredStudy(images).result(ScoredStudy.spine());
        DicomObject state = state(result, 0);
        List<DicomObject> outlined = state.items(ResultTag.GraphicAnnotationSequence).stream()
                .filter(item -> item.text(ResultTag.GraphicLayer).equals("OEDEMA")).toList();
        assertEquals(List.of("2.25.1.1.5", "2.25.1.1.6"), outlined.stream().map(item -> item.items(ResultTag.ReferencedImageSequence).get(0)
                .text(ResultTag.ReferencedSOPInstanceUID)).toList());
        DicomObject graphic = outlined.get(0).items(ResultTag.GraphicObjectSequence).get(0);
        double[] points = graphic.numbers(ResultTag.GraphicData);
        assertEquals(2 * graphic.integer(ResultTag.NumberOfGraphicPoints, 0), points.length);
        assertArrayEquals(new double[] {points[0], points[1]}, new double[] {points[points.length - 2], points[points.length - 1]});
        byte[] lesion = result.lesions().get(0).lesion()[4];
        int columns = result.study().stacks().get(0).columns();
        for (int i = 0; i < points.length; i += 2) {
            assertTrue(lesion[(int) (points[i + 1] - 0.25) * columns + (int) (points[i] - 0.25)] == 1
                    || lesion[(int) (points[i + 1] + 0.25) * columns + (int) (points[i] + 0.25)] == 1
                    || lesion[(int) (points[i + 1] - 0.25) * columns + (int) (points[i] + 0.25)] == 1
                    || lesion[(int) (points[i + 1] + 0.25) * columns + (int) (points[i] - 0.25)] == 1, points[i] + ", " + points[i + 1]);
        }
        byte[] corner = state.items(ResultTag.DisplayedAreaSelectionSequence).get(0)
                .element(ResultTag.DisplayedAreaBottomRightHandCorner).orElseThrow().bytes();
        assertEquals(columns, ByteBuffer.wrap(corner).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    @Test
    void imagesWithOtherRescalingGetAStateOfTheirOwn() throws Exception {
        ScoringResult result = new ScoredStudy(images).each(image -> image
                .decimals(Tag.RescaleSlope, image.text(Tag.InstanceNumber).equals("5") ? 2 : 1).decimals(Tag.RescaleIntercept, 0)
                .decimals(Tag.WindowCenter, 300).decimals(Tag.WindowWidth, 600)).result(ScoredStudy.spine());
        List<Path> written = writer.write(result, folder);
        assertEquals(4, written.size());
        DicomObject own = codec.read(written.get(1), true);
        assertEquals(2, own.number(Tag.RescaleSlope));
        assertEquals(1, codec.read(written.get(0), true).number(Tag.RescaleSlope));
        assertEquals(1, own.items(ResultTag.ReferencedSeriesSequence).get(0).items(ResultTag.ReferencedImageSequence).size());
        DicomObject window = own.items(ResultTag.SoftcopyVOILUTSequence).get(0);
        assertEquals(300, window.number(Tag.WindowCenter));
        assertEquals(600, window.number(Tag.WindowWidth));
        Set<String> uids = new HashSet<>();
        for (Path file : written) {
            uids.add(codec.read(file, true).text(Tag.SOPInstanceUID));
        }
        assertEquals(4, uids.size());
    }

    /** As in the report, but for what is brighter than white. */
    @Test
    void imagesThatNameNoWindowShowNormalMarrowAtAThirdOfTheGreys() throws Exception {
        ScoringResult result = new ScoredStudy(images).result(ScoredStudy.spine());
        DicomObject window = state(result, 0).items(ResultTag.SoftcopyVOILUTSequence).get(0);
        double low = window.number(Tag.WindowCenter) - window.number(Tag.WindowWidth) / 2;
        DisplayWindow report = DisplayWindows.of(result).get(0);
        assertEquals(1 / 3.0, (report.marrow() - low) / window.number(Tag.WindowWidth), 0.01);
        assertEquals(report.black(), low, 1e-3);
    }

    @Test
    void lowValuesOfMonochromeOneStayWhite() throws Exception {
        DicomObject state = state(new ScoredStudy(images).each(image -> image.text(Tag.PhotometricInterpretation, "CS", "MONOCHROME1"))
                .result(ScoredStudy.spine()), 0);
        assertEquals("INVERSE", state.text(ResultTag.PresentationLUTShape));
        assertEquals(List.of(), state.items(ResultTag.SoftcopyVOILUTSequence));
    }

    @Test
    void imagesOnWhichNothingWasFoundGetNone() throws Exception {
        assertEquals(List.of(), writer.write(new ScoredStudy(images).withoutSpine(), folder));
    }

    private DicomObject state(ScoringResult result, int index) throws Exception {
        return codec.read(writer.write(result, folder).get(index), true);
    }
}
