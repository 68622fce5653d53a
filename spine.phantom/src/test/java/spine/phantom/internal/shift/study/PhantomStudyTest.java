package spine.phantom.internal.shift.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.image.SeriesChoice;
import spine.api.image.Study;
import spine.api.report.ImageFinding;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.study.DicomStudyReader;
import spine.phantom.internal.ReadBack;
import spine.phantom.internal.core.dicom.EncodedStudy;
import spine.phantom.internal.core.dicom.StudyWriter;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.truth.VisibleOedema;
import spine.phantom.internal.shift.dicom.MrImageEncoder;
import spine.phantom.internal.shift.prior.Priors;

/** One study of the shifted profile is written, rendered again and read back. */
class PhantomStudyTest {
    private static final NativeDicomCodec CODEC = new NativeDicomCodec();

    @TempDir
    static Path place;
    private static PhantomStudy study;
    private static List<Scan> scans;
    private static ScoringResult truth;
    private static Path folder;

    /** Two stations in one rescaled series, numbered backwards, that does not state its inversion time, with inflammation. */
    private static boolean awkward(PhantomStudy candidate) {
        return candidate.protocol().together() && candidate.protocol().stations() == 2 && candidate.protocol().slices() < 14
                && candidate.vendor().slope() != 1 && candidate.vendor().reversed() && !candidate.vendor().namesInversion()
                && candidate.lesions().inflamed().size() > 1;
    }

    @BeforeAll
    static void write() throws Exception {
        long seed = 100;
        while (!awkward(new PhantomStudy(Priors.SHIFT, seed))) {
            seed++;
        }
        study = new PhantomStudy(Priors.SHIFT, seed);
        folder = place.resolve("shift");
        AtomicReference<ScoringResult> result = new AtomicReference<>();
        ReportWriter totals = (written, into) -> {
            result.set(written);
            return List.of(Files.writeString(into.resolve("report.json"), written.scores().get(0).totals().toString()));
        };
        new StudyWriter(CODEC, totals, (written, into) -> List.of(),
                (uid, stack, kind, masks, number, file) -> false)
                        .write(new EncodedStudy(study, new MrImageEncoder(study)), Optional.empty(), folder);
        truth = result.get();
        scans = new PhantomStudy(Priors.SHIFT, seed).stir();
    }

    @Test
    void readerFindsBothStationsOfTheSeriesAndTheValuesAsRendered() throws Exception {
        Study read = new DicomStudyReader(CODEC, new DecodedImages(CODEC)).find(List.of(folder), SeriesChoice.AUTOMATIC).get(0).load();
        assertEquals(study.uids().study(), read.studyInstanceUid());
        assertEquals(2, read.stacks().size(), read.notes().toString());
        ReadBack.assertSame(scans, read.stacks());
    }

    @Test
    void truthIsTheStandardProfilesTruthOfTheVisiblePartOfTheRenderedMasks() {
        List<ImageFinding> images = truth.images();
        int image = 0;
        int positive = 0;
        for (Scan scan : scans) {
            double pixel = scan.grid().planes().get(0).pixelArea();
            for (byte[] oedema : VisibleOedema.of(scan).oedema()) {
                int count = 0;
                for (byte inflamed : oedema) {
                    count += inflamed;
                }
                assertEquals(count * pixel >= 6, images.get(image).inflamed(), "image " + image + " has " + count + " pixels");
                positive += images.get(image).inflamed() ? 1 : 0;
                image++;
            }
        }
        assertEquals(image, images.size());
        assertTrue(positive > 0, "no image with inflammation");
    }

    @Test
    void everyBodyAndDiscIsSeen() {
        TreeSet<Integer> levels = new TreeSet<>();
        for (Scan scan : scans) {
            for (byte[] slice : scan.level()) {
                for (byte level : slice) {
                    levels.add((int) level);
                }
            }
        }
        for (int i = 0; i <= Levels.S1; i++) {
            assertTrue(levels.contains(i), "nothing at " + Levels.vertebra(i));
        }
        assertEquals(Levels.UNITS, truth.scores().get(0).units().size());
    }

    @Test
    void nothingIsSharedWithTheStandardProfileOfTheSameSeed() {
        spine.phantom.internal.standard.study.PhantomStudy standard = new spine.phantom.internal.standard.study.PhantomStudy(study.seed());
        assertNotEquals(standard.uids().study(), study.uids().study());
        assertNotEquals(standard.lesions().inflamed(), study.lesions().inflamed());
        assertNotEquals(standard.spine().vertebra(7).height(), study.spine().vertebra(7).height());
        assertFalse(standard.protocol().manufacturer().equals(study.vendor().manufacturer()));
    }

    @Test
    void aboutAThirdHasNoInflammation() {
        int studies = 40;
        int without = 0;
        for (int i = 0; i < studies; i++) {
            without += new PhantomStudy(Priors.SHIFT, 5000 + i).lesions().inflamed().isEmpty() ? 1 : 0;
        }
        assertTrue(without > studies / 6 && without < studies / 2, without + " of " + studies);
    }
}
