package spine.phantom.internal.core.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import spine.phantom.internal.core.scan.Scan;
import spine.phantom.internal.core.truth.Thresholds;
import spine.phantom.internal.core.truth.TruthScore;
import spine.phantom.internal.standard.study.PhantomStudy;
import spine.phantom.internal.standard.study.Seeds;

/** Each habit of a reader changes what is scored, in the direction that its name says. */
class SimulatedReaderTest {
    private static final ReaderTraits CAREFUL = new ReaderTraits("careful", 0.01, 0, -9, 0.6, Thresholds.TRUTH, 0, 0, 0);

    private static PhantomStudy study;
    private static List<Scan> scans;
    private static double truth;

    @BeforeAll
    static void render() {
        study = Seeds.first(s -> s.protocol().slices() < 15 && new TruthScore(s).score().totals().get("total23") > 25);
        scans = study.stir();
        truth = new TruthScore(study).score().totals().get("total23");
    }

    private static Reading read(ReaderTraits traits) {
        return new SimulatedReader(traits).read(study, scans, new PatchKeys(1, scans, Optional.empty()), 1);
    }

    @Test
    void aCarefulReaderScoresAboutTheTruth() {
        assertEquals(truth, read(CAREFUL).total23(), 0.25 * truth);
    }

    @Test
    void theSameSittingGivesTheSameReading() {
        ReaderTraits moody = new ReaderTraits("moody", 0.5, 1, -1, 0.5, Thresholds.TRUTH, 0.5, 0.5, 0.1);
        assertEquals(read(moody), read(moody));
    }

    @Test
    void aReaderOfConspicuousLesionsAloneMissesOthers() {
        assertTrue(read(new ReaderTraits("blind", 50, 0, -9, 0.6, Thresholds.TRUTH, 0, 0, 0)).total23() == 0);
        assertTrue(read(new ReaderTraits("dim", 1.0, 0, -9, 0.6, Thresholds.TRUTH, 0, 0, 0)).total23() < read(CAREFUL).total23());
    }

    @Test
    void aCredulousReaderScoresMore() {
        assertTrue(read(new ReaderTraits("credulous", 0.01, 0, 9, 0.6, Thresholds.TRUTH, 0, 0, 0)).total23() > read(CAREFUL).total23());
    }

    @Test
    void wideOutlinesScoreMoreThanNarrowOnes() {
        double wide = read(new ReaderTraits("wide", 0.01, 0, -9, 0.3, Thresholds.TRUTH, 0, 0, 0)).total23();
        double narrow = read(new ReaderTraits("narrow", 0.01, 0, -9, 0.9, Thresholds.TRUTH, 0, 0, 0)).total23();
        assertTrue(wide > narrow, wide + " and " + narrow);
    }

    @Test
    void otherSlicesThanTheBestScoreLess() {
        assertTrue(read(new ReaderTraits("careful", 0.01, 0, -9, 0.6, Thresholds.TRUTH, 1, 0, 0)).total23() < read(CAREFUL).total23());
    }

    @Test
    void aSlipMovesScoresToTheUnitsBeside() {
        Reading slipped = read(new ReaderTraits("careful", 0.01, 0, -9, 0.6, Thresholds.TRUTH, 0, 1, 0));
        List<Double> right = new ArrayList<>(read(CAREFUL).units().values());
        List<Double> moved = new ArrayList<>(slipped.units().values());
        assertNotEquals(right, moved);
        int same = 0;
        int beside = 0;
        for (int i = 0; i < right.size(); i++) {
            boolean kept = right.get(i).equals(moved.get(i));
            boolean fromAbove = i > 0 && right.get(i - 1).equals(moved.get(i));
            boolean fromBelow = i + 1 < right.size() && right.get(i + 1).equals(moved.get(i));
            same += kept ? 1 : 0;
            beside += fromAbove || fromBelow || moved.get(i) == 0 ? 1 : 0;
            assertTrue(kept || fromAbove || fromBelow || moved.get(i) == 0, "unit " + i);
        }
        assertTrue(same < right.size() && beside > 0);
    }

    @Test
    void threeReadersReadTwice() {
        List<Reading> readings = SimulatedReaders.readings(study, scans, new PatchKeys(1, scans, Optional.empty()));
        assertEquals(List.of("A1", "A2", "B1", "B2", "C1", "C2"),
                readings.stream().map(reading -> reading.reader() + reading.sitting()).toList());
        assertEquals(3, readings.stream().filter(reading -> reading.sitting() == 1).map(Reading::units).distinct().count());
    }
}
