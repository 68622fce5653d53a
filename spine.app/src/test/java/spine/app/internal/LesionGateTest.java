package spine.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.StackAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.score.LesionMap;

class LesionGateTest {
    private final LesionGate gate = new LesionGate(0.5);

    @Test
    void keepsAPatchOfExactlySixSquareMillimetresAndDropsFive() {
        LesionMap map = gate(Fixtures.oedema("99000000", "99000999", "99000990"));
        assertEquals(6, pixels(map));
        assertEquals(1, map.lesion()[0][0]);
        assertEquals(0, map.lesion()[0][8 + 5]);
    }

    @Test
    void diagonalNeighboursBelongTogether() {
        assertEquals(6, pixels(gate(Fixtures.oedema("90000000", "09000000", "00900000", "00090000", "00009000", "00000900"))));
        assertEquals(0, pixels(gate(Fixtures.oedema("99900000", "00000000", "99900000"))));
    }

    @Test
    void theOperatingPointItselfCounts() {
        ClassProbabilities faint = Fixtures.oedema("44444444");
        assertEquals(0, pixels(gate(faint)));
        assertEquals(8, pixels(new LesionGate(faint.at(1, 0, 0)).gate(Fixtures.stack(1), Fixtures.allBody(1), faint)));
    }

    @Test
    void outsideBodiesNothingCountsAndTheInputStaysAsItWas() {
        ClassProbabilities certain = Fixtures.oedema("99999999", "99999999");
        byte[] before = certain.map(1, 0).clone();
        StackAnatomy anatomy = Fixtures.allBody(1);
        for (int i = 0; i < Fixtures.SIZE; i++) {
            anatomy.structures()[0][i] = 101;
        }
        LesionMap map = gate.gate(Fixtures.stack(1), anatomy, certain);
        assertEquals(8, pixels(map));
        assertEquals(0, map.lesion()[0][0]);
        assertArrayEquals(before, certain.map(1, 0));
    }

    private LesionMap gate(ClassProbabilities oedema) {
        return gate.gate(Fixtures.stack(1), Fixtures.allBody(1), oedema);
    }

    private static int pixels(LesionMap map) {
        int sum = 0;
        for (byte value : map.lesion()[0]) {
            sum += value;
        }
        return sum;
    }
}
