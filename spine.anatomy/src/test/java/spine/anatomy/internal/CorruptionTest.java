package spine.anatomy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A small share of what {@link CorruptionBench} measures. */
class CorruptionTest {
    private static final long SEED = 101;

    @Test
    void noNameShiftsOnDamagedMapsOfTwoStations() {
        for (Corruption corruption : List.of(Corruption.FUSED_PAIR, Corruption.MISSED_PAIR, Corruption.ENDS_LOST, Corruption.ENDS_SPREAD,
                Corruption.SACRAL_DISC, Corruption.NECK_LOST)) {
            LabellingScore score = LabellingScore.of(SEED, Coverage.TWO_STATIONS, corruption);
            assertTrue(score.allRight(), () -> corruption + ": " + score);
        }
    }

    @Test
    void aCropWithoutEitherEndIsNotNamedWithConfidence() {
        for (long seed = SEED; seed < SEED + 4; seed++) {
            LabellingScore score = LabellingScore.of(seed, Coverage.CUT_AT_BOTH_ENDS, Corruption.NONE);
            assertEquals(0, score.wrongAndSure(), score::toString);
            assertTrue(score.warned());
        }
    }
}
