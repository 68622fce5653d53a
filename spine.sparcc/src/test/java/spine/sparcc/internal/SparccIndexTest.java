package spine.sparcc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.score.Quadrant;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** The index on drawn bodies; T5 has the rows 20 to 35, its middle lies between rows 27 and 28. */
class SparccIndexTest {
    private static final float BRIGHT = 90;
    private static final float DIM = 50;

    @Test
    void cleanSpineScoresZero() {
        Score score = score(new DrawnSpine(5));
        assertEquals(0, score.totals().get("total23"));
        assertEquals(0, score.totals().get("total6"));
        assertEquals(List.of("total23", "total6"), List.copyOf(score.totals().keySet()));
        assertEquals(23, score.units().size());
        assertTrue(score.worst().isEmpty());
        assertTrue(score.warnings().isEmpty());
        assertTrue(unit(score, "T5/6").window().isEmpty());
    }

    @Test
    void anteriorCornerAtTheLowerEndplate() {
        Score score = score(new DrawnSpine(5).lesion(2, 31, 35, 10, 14, DIM));
        SliceFinding finding = only(score, "T5/6");
        assertEquals("slice2", finding.sopInstanceUid());
        assertEquals(Set.of(Quadrant.UPPER_ANTERIOR), finding.quadrants());
        assertEquals(25, finding.areaMm2(), 1e-9);
        assertEquals(5, finding.depthMm(), 1e-9);
        assertEquals(0.5, finding.intensityRatio(), 1e-6);
        assertFalse(finding.deep());
        assertFalse(finding.intense());
        assertEquals(1, unit(score, "T5/6").score());
        assertEquals(List.of("slice1", "slice2", "slice3"), unit(score, "T5/6").window());
        assertEquals(0, unit(score, "T4/5").score());
        assertEquals(List.of("T5/6"), score.worst());
    }

    @Test
    void posteriorCornerAtTheUpperEndplateBelongsToTheUnitAbove() {
        Score score = score(new DrawnSpine(5).lesion(2, 20, 22, 26, 29, DIM));
        assertEquals(Set.of(Quadrant.LOWER_POSTERIOR), only(score, "T4/5").quadrants());
        assertEquals(0, unit(score, "T5/6").score());
    }

    @Test
    void aBandAlongTheEndplateFillsFrontAndBack() {
        Score score = score(new DrawnSpine(5).lesion(2, 40, 43, 10, 29, DIM));
        assertEquals(Set.of(Quadrant.LOWER_ANTERIOR, Quadrant.LOWER_POSTERIOR), only(score, "T5/6").quadrants());
    }

    @Test
    void aLesionAcrossTheMiddleCountsInBothUnits() {
        Score score = score(new DrawnSpine(5).lesion(2, 25, 30, 10, 14, DIM));
        assertEquals(Set.of(Quadrant.LOWER_ANTERIOR), only(score, "T4/5").quadrants());
        assertEquals(Set.of(Quadrant.UPPER_ANTERIOR), only(score, "T5/6").quadrants());
    }

    @Test
    void depthRunsThroughTheWholeBody() {
        Score deep = score(new DrawnSpine(5).lesion(2, 26, 35, 10, 12, DIM));
        assertEquals(10, only(deep, "T5/6").depthMm(), 1e-9);
        assertTrue(only(deep, "T5/6").deep(), "8 mm is the middle of the body, 10 mm lie behind it");
        assertEquals(2, unit(deep, "T5/6").score());
        Score shallow = score(new DrawnSpine(5).lesion(2, 27, 35, 10, 12, DIM));
        assertFalse(only(shallow, "T5/6").deep());
    }

    @Test
    void depthOfAnotherPatchDoesNotCount() {
        Score score = score(new DrawnSpine(5).lesion(2, 32, 35, 10, 13, DIM).lesion(2, 20, 23, 20, 25, DIM));
        assertEquals(4, only(score, "T5/6").depthMm(), 1e-9);
        assertFalse(only(score, "T5/6").deep());
    }

    @Test
    void aQuadrantNeedsSixSquareMillimetres() {
        assertEquals(0, score(new DrawnSpine(5).lesion(2, 35, 35, 10, 14, DIM)).totals().get("total23"));
        assertEquals(1, score(new DrawnSpine(5).lesion(2, 35, 35, 10, 15, DIM)).totals().get("total23"));
    }

    @Test
    void theAreaIsCountedPerQuadrant() {
        Score score = score(new DrawnSpine(5).lesion(2, 34, 35, 17, 21, DIM));
        assertEquals(Set.of(Quadrant.UPPER_ANTERIOR), only(score, "T5/6").quadrants(), "6 mm2 in front, 4 mm2 behind");
        assertEquals(10, only(score, "T5/6").areaMm2(), 1e-9);
    }

    @Test
    void brightAsFluidAddsAPoint() {
        Score score = score(new DrawnSpine(5).lesion(2, 31, 35, 10, 14, 80));
        assertTrue(only(score, "T5/6").intense());
        assertEquals(2, unit(score, "T5/6").score());
        assertFalse(only(score(new DrawnSpine(5).lesion(2, 31, 35, 10, 14, 79)), "T5/6").intense());
    }

    @Test
    void fluidIsTakenAtTheHeightOfTheLesion() {
        Score score = score(new DrawnSpine(5).lesion(2, 60, 64, 10, 14, 95).shadedTowardsTheFeet());
        assertTrue(only(score, "T6/7").intense(), "the fluid of the brighter end would hide it");
    }

    @Test
    void aSliceThatShowsItsFluidInPartLooksBesideIt() {
        Score score = score(new DrawnSpine(5).lesion(2, 31, 35, 10, 14, DIM).dimmedCanal(2));
        assertEquals(0.5, only(score, "T5/6").intensityRatio(), 1e-6);
    }

    @Test
    void aSliceWithoutCanalBorrowsFromItsNeighbour() {
        Score score = score(new DrawnSpine(5).lesion(0, 31, 35, 10, 14, DIM).withoutCanal(0).withoutCanal(1));
        assertEquals(0.5, only(score, "T5/6").intensityRatio(), 1e-6);
    }

    @Test
    void withoutAnyFluidTheReportSaysSo() {
        Score score = score(new DrawnSpine(2).lesion(0, 31, 35, 10, 14, BRIGHT).withoutCanal(0).withoutCanal(1));
        assertEquals(0, only(score, "T5/6").intensityRatio());
        assertFalse(only(score, "T5/6").intense());
        assertEquals(1, score.warnings().size());
        assertTrue(score.warnings().get(0).contains("T5/6"));
    }

    @Test
    void slicesOutsideTheWindowAreRecordedButNotCounted() {
        DrawnSpine spine = new DrawnSpine(5);
        for (int slice = 0; slice < 5; slice++) {
            spine.lesion(slice, 31, 35, 10, 14, DIM);
        }
        UnitScore unit = unit(score(spine), "T5/6");
        assertEquals(3, unit.score());
        assertEquals(5, unit.slices().size());
        assertEquals(List.of("slice1", "slice2", "slice3"), unit.window());
    }

    @Test
    void lesionPixelsOutsideBodiesAreIgnored() {
        assertEquals(0, score(new DrawnSpine(5).lesion(2, 36, 39, 10, 29, BRIGHT)).totals().get("total23"));
    }

    @Test
    void aCommonWindowServesAllUnits() {
        DrawnSpine spine = new DrawnSpine(7).lesion(0, 31, 35, 10, 14, DIM).lesion(1, 31, 35, 10, 14, DIM)
                .lesion(5, 60, 63, 10, 29, DIM).lesion(6, 60, 63, 10, 29, DIM);
        assertEquals(6, score(spine).totals().get("total23"));
        SparccRules common = new SparccRules(6, 10, 0.8, 90, WindowPolicy.COMMON, 6);
        Score score = new SparccIndex(common).score(spine.input());
        assertEquals(4, score.totals().get("total23"));
        assertEquals(List.of("T6/7"), score.worst());
        assertEquals(2, unit(score, "T5/6").slices().size());
    }

    @Test
    void theSameInputGivesTheSameScore() {
        DrawnSpine spine = new DrawnSpine(5).lesion(2, 25, 35, 10, 24, BRIGHT);
        assertEquals(score(spine), score(spine));
    }

    @Test
    void theDefaultsStay() {
        assertEquals(DrawnSpine.RULES, new SparccRules(SparccRules.MIN_QUADRANT_AREA_MM2, SparccRules.DEEP_MM,
                SparccRules.INTENSITY_TOLERANCE, SparccRules.FLUID_PERCENTILE, WindowPolicy.PER_UNIT, SparccRules.WORST));
    }

    @Test
    void absurdSettingsAreRefusedByName() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new SparccRules(6, -1, 0.8, 90, WindowPolicy.PER_UNIT, 6));
        assertTrue(refused.getMessage().contains("deepMm"));
    }

    private static Score score(DrawnSpine spine) {
        return new SparccIndex(DrawnSpine.RULES).score(spine.input());
    }

    private static UnitScore unit(Score score, String level) {
        return score.units().get(DiscLevel.of(level).index());
    }

    private static SliceFinding only(Score score, String level) {
        List<SliceFinding> slices = unit(score, level).slices();
        assertEquals(1, slices.size());
        return slices.get(0);
    }
}
