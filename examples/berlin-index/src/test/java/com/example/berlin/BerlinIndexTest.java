package com.example.berlin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.UnitScore;
import spine.tck.SampleSpine;

/** The unit T5/6 of the sample spine has 320 mm2 of marrow on each of its five central slices, 1600 mm2 in all. */
class BerlinIndexTest {
    private static final int FIRST_CENTRAL = 2;
    private static final int LAST_CENTRAL = 6;

    @ParameterizedTest(name = "{0} of marrow gives {1}")
    @CsvSource({"0,0", "0.0001,1", "0.25,1", "0.2501,2", "0.5,2", "0.5001,3", "1,3"})
    void theStepsLieAtAQuarterAndAtHalf(double share, int points) {
        assertEquals(points, BerlinGrade.of(share));
    }

    @Test
    void theShareIsTakenOverBothHalfBodiesAndAllCentralSlices() {
        SampleSpine spine = SampleSpine.whole();
        central(slice -> spine.oedema(Vertebra.T5, slice, 8, 16, 0, 10));
        UnitScore unit = unit(score(spine), "T5/6");
        assertEquals(25, unit.measures().get("oedemaPercent"), 1e-9, "80 of 320 mm2 on every central slice");
        assertEquals(1, unit.score(), "exactly a quarter");
        assertEquals(5, unit.window().size());
        assertEquals(Set.of(Quadrant.UPPER_ANTERIOR), unit.slices().get(0).quadrants());
    }

    @Test
    void moreThanAQuarterAndMoreThanHalf() {
        SampleSpine two = SampleSpine.whole();
        central(slice -> two.oedema(Vertebra.T5, slice, 8, 16, 0, 11));
        assertEquals(2, unit(score(two), "T5/6").score());
        SampleSpine three = SampleSpine.whole();
        central(slice -> three.oedema(Vertebra.T5, slice, 8, 16, 0, 20).oedema(Vertebra.T6, slice, 0, 1, 0, 6));
        assertEquals(3, unit(score(three), "T5/6").score());
    }

    @Test
    void aSmallLesionOnOneSliceIsOnePoint() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T5, 4, 13, 16, 0, 4));
        assertEquals(1, unit(score, "T5/6").score());
        assertEquals(100.0 * 12 / 1600, unit(score, "T5/6").measures().get("oedemaPercent"), 1e-9);
        assertEquals(Map.of("total23", 1.0), score.totals());
        assertEquals(Map.of("total23", 69.0), score.maxima());
        assertEquals(List.of("T5/6"), score.worst());
    }

    @Test
    void lateralSlicesDoNotCount() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T5, 0, 8, 16, 0, 20).oedema(Vertebra.T5, 8, 8, 16, 0, 20));
        assertEquals(0, score.totals().get("total23"));
        assertTrue(unit(score, "T5/6").measures().isEmpty());
    }

    @Test
    void aLesionAcrossTheMiddleOfABodyCountsInBothUnits() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T5, 4, 4, 12, 0, 5));
        assertEquals(1, unit(score, "T4/5").score());
        assertEquals(1, unit(score, "T5/6").score());
    }

    @Test
    void anEdgeOfTheNeighboursLesionDoesNotCount() {
        Score score = score(SampleSpine.whole().oedema(Vertebra.T5, 4, 7, 16, 0, 5));
        assertEquals(0, unit(score, "T4/5").score(), "5 mm2 lie above the middle of T5");
        assertEquals(1, unit(score, "T5/6").score());
    }

    @Test
    void allOedemaIsThreePointsInEveryUnit() {
        Score score = score(SampleSpine.whole().oedemaEverywhere());
        assertEquals(69, score.totals().get("total23"));
        assertEquals(100, unit(score, "L5/S1").measures().get("oedemaPercent"), 1e-9);
    }

    @Test
    void withoutCanalAllSlicesCountAndTheReportSaysSo() {
        Score score = score(SampleSpine.whole().withoutCanal().oedema(Vertebra.T5, 0, 8, 16, 0, 20));
        assertEquals(1, unit(score, "T5/6").score());
        assertEquals(1, score.warnings().size());
        assertTrue(score.warnings().get(0).contains("T5/6"), score.warnings().get(0));
    }

    private static void central(IntConsumer slice) {
        for (int i = FIRST_CENTRAL; i <= LAST_CENTRAL; i++) {
            slice.accept(i);
        }
    }

    private static Score score(SampleSpine spine) {
        return new BerlinIndex().score(spine.input());
    }

    private static UnitScore unit(Score score, String level) {
        return score.units().get(DiscLevel.of(level).index());
    }
}
