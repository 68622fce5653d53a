package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.correction.CorrectedResult;
import spine.api.correction.CorrectionRequest;
import spine.api.correction.ResultCorrection;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.report.MaskFrame;
import spine.api.report.MaskReader;
import spine.api.report.ScoringResult;
import spine.api.score.UnitScore;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;

/** A study whose images are stored feet up scores as the same study, and its masks lie on the pixels of its files. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TurnedStudyIT {
    private static final long SEED = 11;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void imagesThatAreStoredFeetUpGiveTheSameResult() throws Exception {
        PhantomStudy phantom = PhantomStudy.write(context, "turned", SEED);
        Path work = phantom.work();
        Path upright = phantom.folder();
        Path turned = work.resolve("turned");
        for (Path image : phantom.images()) {
            feetUp(image, turned.resolve(upright.relativize(image)));
        }
        ScoringResult expected = score(study(upright), work.resolve("expected"));
        ScoringResult result = score(study(turned), work.resolve("result"));
        assertEquals(expected.scores().get(0).totals(), result.scores().get(0).totals());
        assertTrue(expected.scores().get(0).totals().get("total23") > 0);
        assertEquals(units(expected), units(result));
        assertEquals(expected.images(), result.images());
        assertEquals(expected.warnings(), result.warnings());

        for (String file : List.of("anatomy-1.seg.dcm", "oedema-1.seg.dcm")) {
            assertFeetUp(masks(work.resolve("expected").resolve(file)), masks(work.resolve("result").resolve(file)));
        }
        CorrectedResult again = Services.get(context, ResultCorrection.class).rescore(study(turned), new CorrectionRequest(
                work.resolve("result"), List.of(), Map.of(), List.of(), List.of("json"), work.resolve("again")), Progress.SILENT,
                new Cancellation());
        assertTrue(again.corrected().correction().orElseThrow().none());
        assertEquals(units(expected), units(again.corrected()));
    }

    /** The last row first, and where that row lies. */
    private static void feetUp(Path file, Path target) throws Exception {
        DicomObject image = new NativeDicomCodec().read(file, true);
        byte[] pixels = image.element(Tag.PixelData).orElseThrow().bytes();
        int rows = image.integer(Tag.Rows, 0);
        int length = 2 * image.integer(Tag.Columns, 0);
        byte[] turned = new byte[pixels.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(pixels, row * length, turned, (rows - 1 - row) * length, length);
        }
        double[] origin = image.numbers(Tag.ImagePositionPatient);
        double[] direction = image.numbers(Tag.ImageOrientationPatient);
        double height = (rows - 1) * image.numbers(Tag.PixelSpacing)[0];
        for (int axis = 0; axis < 3; axis++) {
            origin[axis] += height * direction[3 + axis];
            direction[3 + axis] = -direction[3 + axis];
        }
        image.put(DicomElement.of(Tag.PixelData, "OW", turned)).decimals(Tag.ImagePositionPatient, origin)
                .decimals(Tag.ImageOrientationPatient, direction);
        Files.createDirectories(target.getParent());
        try (OutputStream out = Files.newOutputStream(target)) {
            new NativeDicomCodec().write(image, out);
        }
    }

    private static void assertFeetUp(List<MaskFrame> upright, List<MaskFrame> turned) {
        assertEquals(upright.size(), turned.size());
        for (int i = 0; i < upright.size(); i++) {
            MaskFrame one = upright.get(i);
            MaskFrame other = turned.get(i);
            assertEquals(one.label() + one.sopInstanceUid(), other.label() + other.sopInstanceUid());
            for (int row = 0; row < one.rows(); row++) {
                int from = row * one.columns();
                int to = (one.rows() - 1 - row) * one.columns();
                assertArrayEquals(Arrays.copyOfRange(one.mask(), from, from + one.columns()),
                        Arrays.copyOfRange(other.mask(), to, to + one.columns()));
            }
        }
    }

    private List<MaskFrame> masks(Path file) throws Exception {
        return Services.get(context, MaskReader.class).read(file);
    }

    private StudySource study(Path folder) throws Exception {
        return Services.get(context, StudyReader.class).find(List.of(folder), SeriesChoice.AUTOMATIC).get(0);
    }

    private ScoringResult score(StudySource study, Path folder) throws Exception {
        return Services.get(context, SpineScoring.class).score(study, new ScoringRequest(List.of("sparcc"), List.of("json", "seg"), folder),
                Progress.SILENT, new Cancellation());
    }

    private static List<Double> units(ScoringResult result) {
        return result.scores().get(0).units().stream().map(UnitScore::score).toList();
    }
}
