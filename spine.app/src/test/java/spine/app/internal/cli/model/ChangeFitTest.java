package spine.app.internal.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.UnitScore;

class ChangeFitTest {

    @Test
    void itIs196StandardDeviationsWhereDifferencesAreEven() {
        ChangeFit fit = new ChangeFit();
        for (int i = 0; i < 20; i++) {
            fit.add(score(10, 3), score(12, 4));
            fit.add(score(4, 4), score(2, 3));
            fit.add(score(0, 0), score(0, -1));
        }
        // Differences of 2, -2 and 0; of the units that both show 1 and -1.
        assertEquals(1.96 * Math.sqrt(160 / 59.0), fit.totals().get("total23").points(), 1e-9);
        assertEquals(1.96 * Math.sqrt(40 / 39.0), fit.unit().points(), 1e-9);
        assertEquals(60, fit.totals().get("total23").spread().n());
        assertEquals(40, fit.unit().spread().n());
    }

    /** Two of forty pairs differ by much: the SD alone would be too low. */
    @Test
    void whereFewDifferencesAreLargeTheLimitForNewPairsCounts() {
        ChangeFit fit = new ChangeFit();
        for (int i = 0; i < 38; i++) {
            fit.add(score(5, 0), score(5, 0));
        }
        fit.add(score(12, 0), score(0, 0));
        fit.add(score(0, 0), score(13, 0));
        ChangeFit.Detectable change = fit.totals().get("total23");
        assertEquals(12, change.limit());
        assertTrue(change.spread().value() < 6, String.valueOf(change.spread()));
        assertEquals(12, change.points());
    }

    @Test
    void lessThan19PairsHaveNone() {
        ChangeFit fit = new ChangeFit();
        for (int i = 0; i < 18; i++) {
            fit.add(score(10, 3), score(12, 3));
        }
        assertThrows(IllegalArgumentException.class, () -> fit.totals());
        fit.add(score(10, 3), score(11, 3));
        assertEquals(2, fit.totals().get("total23").limit());
    }

    /** @param unit score of a unit; below 0: it is not in view */
    private static Score score(double total, double unit) {
        List<UnitScore> units = new ArrayList<>();
        DiscLevel level = DiscLevel.ALL.get(4);
        units.add(new UnitScore(unit < 0 ? DiscovertebralUnit.absent(level) : new DiscovertebralUnit(level, true, 0, 1), Math.max(0, unit),
                List.of(), List.of()));
        return new Score("sparcc", "1.0.0", Map.of("total23", total), List.of(), units, List.of());
    }
}
