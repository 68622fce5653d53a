package com.example.canden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.NumericalVariant;
import spine.api.anatomy.Vertebra;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.tck.SampleSpine;

/** Slices 2 to 6 of the sample spine are central, 0 and 1 lie to the left of the canal, 7 and 8 to the right. */
class CandenIndexTest {
    private static final int CENTRAL = 4;
    private static final int LEFT = 0;
    private static final int RIGHT = 8;

    @Test
    void aSmallCornerIsOnePoint() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 12, 16, 0, 4));
        assertEquals(Map.of("upperCorner", 1.0, "upperNonCorner", 0.0, "lowerCorner", 0.0, "lowerNonCorner", 0.0),
                unit(score, "T5/6").measures());
        assertEquals(List.of("body", "corner", "nonCorner"), List.copyOf(score.totals().keySet()));
        assertEquals(1, score.totals().get("body"));
        assertEquals(List.of("T5/6"), score.worst());
    }

    @Test
    void aCornerIsLargeFromAQuarterOfTheHalfBody() {
        assertEquals(1, corner(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 8, 16, 0, 4).oedema(Vertebra.T5, CENTRAL, 9, 16, 4, 5)));
        assertEquals(2, corner(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 8, 16, 0, 5)), "40 of 160 mm2");
    }

    @Test
    void aCornerCountsOnceHoweverManySlicesShowIt() {
        SampleSpine spine = SampleSpine.whole();
        for (int slice = 2; slice <= 6; slice++) {
            spine.oedema(Vertebra.T5, slice, 12, 16, 0, 4);
        }
        assertEquals(1, corner(spine));
        assertEquals(5, unit(score(spine), "T5/6").window().size());
    }

    @Test
    void frontAndBackAreTwoCorners() {
        assertEquals(2, corner(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 13, 16, 0, 4)
                .oedema(Vertebra.T5, CENTRAL, 13, 16, 16, 20)));
    }

    @Test
    void theMiddleOfAnEndplateIsNoCorner() {
        Score small = score(SampleSpine.whole().oedema(Vertebra.T6, CENTRAL, 0, 4, 7, 12));
        assertEquals(Map.of("body", 1.0, "corner", 0.0, "nonCorner", 1.0), small.totals());
        assertEquals(1, unit(small, "T5/6").measures().get("lowerNonCorner"));
        Score large = score(SampleSpine.whole().oedema(Vertebra.T6, CENTRAL, 0, 5, 6, 14));
        assertEquals(2, large.totals().get("nonCorner"));
    }

    @Test
    void aBandAlongTheEndplateIsALesionOfBothCornersAndOfNothingElse() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T6, CENTRAL, 0, 2, 0, 20));
        assertEquals(4, score.totals().get("corner"), "40 of 160 mm2 make both of them large");
        assertEquals(0, score.totals().get("nonCorner"));
    }

    @Test
    void whatStaysAwayFromTheEndplateBelongsToTheOtherEnd() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 0, 12, 0, 4));
        assertEquals(1, unit(score, "T4/5").score());
        assertEquals(0, unit(score, "T5/6").score());
    }

    @Test
    void sixSquareMillimetresAreNeeded() {
        assertEquals(0, corner(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 15, 16, 0, 5)));
        assertEquals(1, corner(SampleSpine.whole().oedema(Vertebra.T5, CENTRAL, 14, 16, 0, 3)));
    }

    @Test
    void lateralCornersAreOnePointEachWhateverTheirSizeAndSide() {
        assertEquals(1, corner(SampleSpine.whole().oedema(Vertebra.T5, LEFT, 8, 16, 0, 5).oedema(Vertebra.T5, RIGHT, 8, 16, 0, 5)));
        assertEquals(2, corner(SampleSpine.whole().oedema(Vertebra.T5, LEFT, 12, 16, 0, 4).oedema(Vertebra.T5, LEFT, 12, 16, 16, 20)));
    }

    @Test
    void lateralNonCornerLesionsAreOnePointForEachSide() {
        assertEquals(1, nonCorner(SampleSpine.whole().oedema(Vertebra.T5, LEFT, 12, 16, 7, 12).oedema(Vertebra.T5, LEFT + 1, 12, 16, 7,
                12)));
        assertEquals(2, nonCorner(SampleSpine.whole().oedema(Vertebra.T5, LEFT, 12, 16, 7, 12).oedema(Vertebra.T5, RIGHT, 12, 16, 7, 12)));
    }

    @Test
    void everySliceOfTheNeckIsCentralDownToTheLowerEndplateOfC7() {
        assertEquals(2, corner(SampleSpine.whole().oedema(Vertebra.C7, LEFT, 8, 16, 0, 5)), "C7 is cervical: large counts");
        assertEquals(1, corner(SampleSpine.whole().oedema(Vertebra.T1, LEFT, 0, 8, 0, 5)), "T1 is thoracic: lateral");
    }

    @Test
    void theMaximaAreThePublishedOnes() {
        SampleSpine spine = SampleSpine.whole();
        for (Vertebra body : NumericalVariant.USUAL.vertebrae()) {
            spine.oedema(body, 2, 0, 16, 0, 20).oedema(body, LEFT, 0, 16, 0, 20);
            for (int slice : new int[] {CENTRAL, LEFT + 1, RIGHT}) {
                spine.oedema(body, slice, 0, 7, 6, 14).oedema(body, slice, 9, 16, 6, 14);
            }
        }
        Score score = score(spine);
        assertEquals(score.maxima(), score.totals());
        assertEquals(Map.of("body", 416.0, "corner", 254.0, "nonCorner", 162.0), score.totals());
    }

    @Test
    void withoutCanalAllSlicesAreCentralAndTheReportSaysSo() {
        Score score = score(SampleSpine.whole().withoutCanal().oedema(Vertebra.T5, LEFT, 8, 16, 0, 5));
        assertEquals(2, score.totals().get("corner"));
        assertTrue(score.warnings().get(0).contains("T5/6") && !score.warnings().get(0).contains("C5/6"), score.warnings().get(0));
    }

    private static double corner(SampleSpine spine) {
        Score score = score(spine);
        assertEquals(0, score.totals().get("nonCorner"));
        return score.totals().get("corner");
    }

    private static double nonCorner(SampleSpine spine) {
        Score score = score(spine);
        assertEquals(0, score.totals().get("corner"));
        return score.totals().get("nonCorner");
    }

    private static Score score(SampleSpine spine) {
        return new CandenIndex().score(spine.input());
    }

    private static UnitScore unit(Score score, String level) {
        return score.units().get(DiscLevel.of(level).index());
    }
}
