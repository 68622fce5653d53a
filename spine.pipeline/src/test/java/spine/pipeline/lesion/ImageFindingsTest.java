package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.model.ImageCalibration;
import spine.api.report.ImageFinding;

class ImageFindingsTest {

    @Test
    void fewBrightPixelsMoveNeitherTheFindingNorTheProbability() {
        ImageFinding finding = finding(Fixtures.oedema("99999000", "11111111"), Fixtures.allBody(1));
        assertFalse(finding.inflamed());
        assertEquals(1 / 9.0, finding.probability(), 0.01);
        assertEquals("1.2.0", finding.sopInstanceUid());
    }

    @Test
    void aPatchOfTheMinimumAreaDoes() {
        ImageFinding finding = finding(Fixtures.oedema("99800000", "89900000"), Fixtures.allBody(1));
        assertTrue(finding.inflamed());
        assertEquals(8 / 9.0, finding.probability(), 0.01);
    }

    @Test
    void anImageWithoutBonesIsClean() {
        StackAnatomy anatomy = Fixtures.allBody(1);
        Arrays.fill(anatomy.structures()[0], (byte) 0);
        ImageFinding finding = finding(Fixtures.oedema("99999999"), anatomy);
        assertFalse(finding.inflamed());
        assertEquals(0, finding.probability());
    }

    @Test
    void whatIsFoundAtEitherPointCallsTheImage() {
        ClassProbabilities doubtful = Fixtures.oedema("55500000", "55500000");
        assertFalse(finding(doubtful, Fixtures.allBody(1), 0.6).inflamed());
        assertTrue(finding(doubtful, Fixtures.allBody(1), 0.6, 0.5).inflamed());
    }

    @Test
    void theCalibrationSaysHowOftenSuchImagesAreInflamed() {
        ClassProbabilities certain = Fixtures.oedema("99999999");
        ImageFinding finding = ImageFindings.of(Fixtures.stack(1), Fixtures.allBody(1), certain, new ImageCalibration(-1, 0.25), List.of()).get(0);
        // ln(509) is the log odds of a probability half a step below 1.
        assertEquals(1 / (1 + Math.exp(1 - 0.25 * Math.log(509))), finding.probability(), 1e-9);
    }

    private static ImageFinding finding(ClassProbabilities oedema, StackAnatomy anatomy) {
        return finding(oedema, anatomy, 0.5);
    }

    private static ImageFinding finding(ClassProbabilities oedema, StackAnatomy anatomy, double... points) {
        var found = Arrays.stream(points).mapToObj(point -> new LesionFilter(point, 0).filter(Fixtures.stack(1), anatomy, oedema)).toList();
        return ImageFindings.of(Fixtures.stack(1), anatomy, oedema, ImageCalibration.NONE, found).get(0);
    }
}
