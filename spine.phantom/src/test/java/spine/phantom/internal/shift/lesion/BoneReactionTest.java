package spine.phantom.internal.shift.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import spine.phantom.internal.core.geometry.BodyCoordinates;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.noise.SpectralNoise;
import spine.phantom.internal.shift.prior.LesionPriors;
import spine.phantom.internal.shift.prior.Range;
import spine.phantom.internal.shift.prior.Priors;
import spine.phantom.internal.shift.spine.Vertebra;
import spine.phantom.internal.shift.study.PhantomStudy;

class BoneReactionTest {
    private static final SpectralNoise NOISE = new SpectralNoise(3, new SeededRandom(1));
    private static final LesionShape BALL = new LesionShape(LesionShape.Plate.UPPER, LesionShape.Wall.MIDDLE, new double[] {0, 0, 0, 8},
            new double[] {1, 1, 1}, 0);

    private final Vertebra body = new PhantomStudy(Priors.SHIFT, 1).spine().vertebra(20);

    private static LesionPriors priors(double behindBone, double eroded) {
        return new LesionPriors(0, 0, 0, List.of(), behindBone, new Range(4, 4), eroded);
    }

    private static boolean inside(LesionShape shape, double depth) {
        BodyCoordinates point = new BodyCoordinates();
        point.fromUpper = depth;
        point.inside = true;
        return shape.inside(point, NOISE) > 0;
    }

    @Test
    void denseBoneLiesBetweenEndplateAndInflammation() {
        BoneReaction.Site site = new BoneReaction(priors(1, 0)).to(BALL, body, new SeededRandom(2));
        assertEquals(List.of(Lesion.Kind.SCLEROSIS), site.bone().stream().map(Lesion::kind).toList());
        BodyCoordinates point = new BodyCoordinates();
        point.fromUpper = 2;
        assertTrue(site.bone().get(0).inside(point, NOISE) > 0);
        point.fromUpper = 6;
        assertFalse(site.bone().get(0).inside(point, NOISE) > 0, "the layer is about 4 mm thick");
        assertTrue(inside(site.inflamed(), 9), "the lesion reaches deeper than without the bone");
        assertFalse(inside(BALL, 9));
    }

    @Test
    void erosionsArePitsInTheEndplate() {
        BoneReaction.Site site = new BoneReaction(priors(0, 1)).to(BALL, body, new SeededRandom(2));
        assertSame(BALL, site.inflamed());
        assertEquals(List.of(Lesion.Kind.EROSION), site.bone().stream().map(Lesion::kind).toList());
        assertTrue(Lesion.Kind.EROSION.replaces());
    }

    @Test
    void theShiftProfileHasNeither() {
        BoneReaction.Site site = new BoneReaction(Priors.SHIFT.lesions()).to(BALL, body, new SeededRandom(2));
        assertSame(BALL, site.inflamed());
        assertEquals(List.of(), site.bone());
    }
}
