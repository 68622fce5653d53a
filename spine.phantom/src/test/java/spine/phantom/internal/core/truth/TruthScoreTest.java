package spine.phantom.internal.core.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;
import spine.phantom.internal.standard.scan.SpineRegion;
import spine.phantom.internal.standard.study.PhantomStudy;

class TruthScoreTest {

    @Test
    void scoresAreSpreadAsInPatients() {
        int studies = 120;
        double[] totals = new double[studies];
        double[] regions = new double[3];
        long seed = 7000;
        for (int i = 0; i < studies; i++) {
            PhantomStudy study = new PhantomStudy(seed++);
            while (study.protocol().region() != SpineRegion.WHOLE) {
                study = new PhantomStudy(seed++);
            }
            Score score = new TruthScore(study).score();
            totals[i] = score.totals().get("total23");
            for (UnitScore unit : score.units()) {
                int level = unit.unit().level().index();
                regions[level < 6 ? 0 : level < 18 ? 1 : 2] += unit.score() > 0 ? 1 : 0;
            }
        }
        double mean = Arrays.stream(totals).average().orElse(0);
        double deviation = Math.sqrt(Arrays.stream(totals).map(t -> (t - mean) * (t - mean)).average().orElse(0));
        double none = Arrays.stream(totals).filter(t -> t == 0).count() / (double) studies;
        double affected = Arrays.stream(regions).sum();
        assertTrue(mean > 7 && mean < 18, "mean " + mean);
        assertTrue(deviation > mean, "deviation " + deviation + " of mean " + mean);
        assertTrue(none > 0.2 && none < 0.42, "without lesion " + none);
        assertTrue(Arrays.stream(totals).max().orElse(0) > 50, "no severe case");
        assertTrue(regions[1] / affected > 0.55 && regions[0] / affected < 0.15, Arrays.toString(regions));
    }

    @Test
    void windowHoldsTheScore() {
        for (int i = 0; i < 20; i++) {
            for (UnitScore unit : new TruthScore(new PhantomStudy(900 + i)).score().units()) {
                double inWindow = unit.slices().stream().filter(slice -> unit.window().contains(slice.sopInstanceUid()))
                        .mapToInt(TruthScoreTest::points).sum();
                assertEquals(unit.score(), inWindow, unit.unit().level().label());
                assertEquals(unit.score() > 0 ? 3 : 0, unit.window().size());
                assertTrue(unit.score() <= 18);
            }
        }
    }

    private static int points(SliceFinding slice) {
        return slice.quadrants().size() + (slice.deep() ? 1 : 0) + (slice.intense() ? 1 : 0);
    }
}
