package spine.phantom.internal.shift.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import spine.api.anatomy.NumericalVariant;
import spine.phantom.internal.core.geometry.Levels;
import spine.phantom.internal.core.random.SeededRandom;
import spine.phantom.internal.shift.prior.Priors;

class VertebralSequenceTest {

    @Test
    void theUsualSpineIsLikeItself() {
        VertebralSequence usual = new VertebralSequence(NumericalVariant.USUAL);
        assertEquals(Levels.S1, usual.s1());
        assertEquals(Levels.COUNT, usual.count());
        for (int i = 0; i < Levels.COUNT; i++) {
            assertEquals(i, usual.usual(i));
        }
        assertEquals(17.3, usual.usual(17.3));
    }

    @Test
    void anExtraVertebraIsLikeTheOneAboveItAndTheSacrumFollows() {
        VertebralSequence ribs = new VertebralSequence(NumericalVariant.T13);
        assertEquals(Levels.T12, ribs.usual(Levels.T12));
        assertEquals(Levels.T12, ribs.usual(Levels.T12 + 1));
        assertEquals(Levels.L1, ribs.usual(Levels.T12 + 2));
        assertEquals(Levels.S1 + 1, ribs.s1());
        assertEquals(Levels.COUNT + 1, ribs.count());
        assertEquals(Levels.COUNT - 1, ribs.usual(ribs.count() - 1));
        VertebralSequence lumbar = new VertebralSequence(NumericalVariant.L6);
        assertEquals(Levels.L5, lumbar.usual(lumbar.s1() - 1));
        assertEquals(Levels.L5, lumbar.usual(lumbar.s1() - 2));
    }

    @Test
    void aMissingVertebraIsLeftOut() {
        VertebralSequence thoracic = new VertebralSequence(NumericalVariant.NO_T12);
        assertEquals(Levels.L1, thoracic.usual(Levels.T12));
        assertEquals(Levels.S1 - 1, thoracic.s1());
        assertEquals(Levels.T12 - 1 + 0.5 * 2, thoracic.usual(Levels.T12 - 0.5), 1e-12);
        VertebralSequence lumbar = new VertebralSequence(NumericalVariant.NO_L5);
        assertEquals(Levels.L5 - 1, lumbar.usual(lumbar.s1() - 1));
    }

    @Test
    void everyVariantOccursInTheHardProfileAndNoneInTheShiftProfile() {
        Map<NumericalVariant, Integer> hard = new EnumMap<>(NumericalVariant.class);
        for (int i = 0; i < 400; i++) {
            SeededRandom random = new SeededRandom(i);
            hard.merge(VertebralSequence.draw(Priors.HARD.spine(), random.child("number")).variant(), 1, Integer::sum);
            assertEquals(NumericalVariant.USUAL, VertebralSequence.draw(Priors.SHIFT.spine(), random.child("number")).variant());
        }
        assertEquals(EnumSet.allOf(NumericalVariant.class), hard.keySet());
        assertTrue(hard.get(NumericalVariant.USUAL) > 280, hard.toString());
    }
}
