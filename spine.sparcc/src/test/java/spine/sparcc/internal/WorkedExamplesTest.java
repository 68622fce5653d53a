package spine.sparcc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static spine.api.score.Quadrant.LOWER_ANTERIOR;
import static spine.api.score.Quadrant.LOWER_POSTERIOR;
import static spine.api.score.Quadrant.UPPER_ANTERIOR;
import static spine.api.score.Quadrant.UPPER_POSTERIOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import spine.api.score.Quadrant;

/** The arithmetic of the index on constructed readings. */
class WorkedExamplesTest {
    private static final SliceScore CLEAN = new SliceScore(Set.of(), false, false);

    @Test
    void oneCornerOnTwoSlices() {
        assertEquals(2, unit(CLEAN, seen(UPPER_ANTERIOR), seen(UPPER_ANTERIOR)));
    }

    @Test
    void depthAddsOnePointOnItsSlice() {
        SliceScore deep = new SliceScore(Set.of(UPPER_ANTERIOR, LOWER_ANTERIOR), true, false);
        assertEquals(6, unit(seen(UPPER_ANTERIOR), deep, seen(UPPER_ANTERIOR, LOWER_ANTERIOR)));
    }

    @Test
    void everythingOnThreeSlicesIsTheMaximum() {
        SliceScore all = new SliceScore(EnumSet.allOf(Quadrant.class), true, true);
        assertEquals(18, unit(all, all, all));
    }

    @Test
    void intensityAddsOnePointPerSlice() {
        SliceScore intense = new SliceScore(Set.of(UPPER_ANTERIOR), false, true);
        assertEquals(4, unit(intense, intense, CLEAN));
    }

    @Test
    void anExtraPointNeedsAQuadrant() {
        assertEquals(0, unit(new SliceScore(Set.of(), true, true), CLEAN, CLEAN));
    }

    @Test
    void onlyTheBestThreeSlicesCount() {
        assertEquals(new SliceWindow(1, 3, 7), SliceWindow.best(new int[] {1, 2, 3, 2, 1}, 2));
    }

    @Test
    void totalsOverAllAndOverTheWorstSix() {
        UnitRanking ranking = new UnitRanking(18, 18, 6, 6, 4, 2, 2, 1);
        assertEquals(57, ranking.totalOfWorst(23));
        assertEquals(54, ranking.totalOfWorst(6));
    }

    @Test
    void equalUnitsAreListedFromHeadToFoot() {
        assertEquals(List.of(3, 1, 4, 2), new UnitRanking(0, 4, 2, 18, 4, 0).worst(6));
        assertEquals(List.of(3, 1), new UnitRanking(0, 4, 2, 18, 4, 0).worst(2));
    }

    @Test
    void ofEqualWindowsTheMostCentralWins() {
        assertEquals(1, SliceWindow.best(new int[] {0, 0, 2, 0, 0}, 2).first());
        assertEquals(2, SliceWindow.best(new int[] {0, 0, 2, 0, 0}, 3.2).first());
        assertEquals(0, SliceWindow.best(new int[] {0, 3, 3, 0}, 1.5).first(), "equally central: the first");
    }

    @Test
    void aShortStackHasAShortWindow() {
        assertEquals(new SliceWindow(0, 2, 5), SliceWindow.best(new int[] {2, 3}, 0));
        assertEquals(new SliceWindow(0, 1, 2), SliceWindow.best(new int[] {2}, 0));
    }

    @Test
    void theSignsOfASliceAddUp() {
        assertEquals(6, new SliceScore(EnumSet.allOf(Quadrant.class), true, true).score());
        assertEquals(3, seen(UPPER_POSTERIOR, LOWER_POSTERIOR, LOWER_ANTERIOR).score());
    }

    private static SliceScore seen(Quadrant... quadrants) {
        return new SliceScore(Set.of(quadrants), false, false);
    }

    private static int unit(SliceScore... slices) {
        return SliceWindow.best(Stream.of(slices).mapToInt(SliceScore::score).toArray(), 1).score();
    }
}
