package spine.anatomy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A small share of what {@link DamageBench} measures. */
class DamageTest {
    private static final long SEED = 101;

    @Test
    void noNameShiftsOnDamagedMapsOfTwoStations() {
        for (Damage damage : List.of(Damage.FUSED_PAIR, Damage.MISSED_PAIR, Damage.ENDS_LOST, Damage.ENDS_SPREAD,
                Damage.SACRAL_DISC, Damage.NECK_LOST)) {
            NameScore score = NameScore.of(SEED, View.TWO_STATIONS, damage);
            assertTrue(score.allRight(), () -> damage + ": " + score);
        }
    }

    @Test
    void aCropWithoutEitherEndIsNotNamedWithConfidence() {
        for (long seed = SEED; seed < SEED + 4; seed++) {
            NameScore score = NameScore.of(seed, View.CUT_AT_BOTH_ENDS, Damage.NONE);
            assertEquals(0, score.wrongAndSure(), score::toString);
            assertTrue(score.warned());
        }
    }
}
