package spine.app.internal.cli.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spine.agreement.UndefinedStatisticException;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.DiscovertebralUnit;
import spine.api.score.Score;
import spine.api.score.UnitScore;

class ChangeFitTest {

    @Test
    void itIs196StandardDeviationsOfTheDifferences() {
        ChangeFit fit = new ChangeFit();
        fit.add(score(10, 3), score(12, 3));
        fit.add(score(4, 4), score(2, 5));
        fit.add(score(0, 0), score(0, -1));
        // Differences 2, -2, 0 with SD 2; of the units that both show 0, 1 and none, SD sqrt(1/2).
        assertEquals(1.96 * 2, fit.totals().get("total23").value(), 1e-9);
        assertEquals(1.96 * Math.sqrt(0.5), fit.unit().value(), 1e-9);
        assertEquals(3, fit.totals().get("total23").n());
        assertEquals(2, fit.unit().n());
    }

    @Test
    void onePairHasNone() {
        ChangeFit fit = new ChangeFit();
        fit.add(score(10, 3), score(12, 3));
        assertThrows(UndefinedStatisticException.class, () -> fit.totals());
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
