package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import spine.api.anatomy.Endplate;
import spine.api.anatomy.StackAnatomy;
import spine.api.anatomy.Vertebra;
import spine.api.anatomy.VertebralBody;
import spine.api.image.ClassProbabilities;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.api.score.LesionMap;

class LesionFilterTest {
    private final LesionFilter filter = new LesionFilter(0.5, 0);

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
        assertEquals(8, pixels(new LesionFilter(faint.at(1, 0, 0), 0).filter(Fixtures.stack(1), Fixtures.allBody(1), faint)));
    }

    @Test
    void outsideBodiesNothingCountsAndTheInputStaysAsItWas() {
        ClassProbabilities certain = Fixtures.oedema("99999999", "99999999");
        byte[] before = certain.map(1, 0).clone();
        StackAnatomy anatomy = Fixtures.allBody(1);
        for (int i = 0; i < Fixtures.SIZE; i++) {
            anatomy.structures()[0][i] = 101;
        }
        LesionMap map = filter.filter(Fixtures.stack(1), anatomy, certain);
        assertEquals(8, pixels(map));
        assertEquals(0, map.lesion()[0][0]);
        assertArrayEquals(before, certain.map(1, 0));
    }

    @Test
    void brightInTheMiddleOfABodyIsNoSpondylitis() {
        ClassProbabilities round = Fixtures.oedema("00000000", "00999000", "00999000", "00999000");
        assertEquals(0, pixels(filter.filter(Fixtures.stack(1), bodyOfHeight(16), round)));
        assertEquals(9, pixels(filter.filter(Fixtures.stack(1), bodyOfHeight(6), round)));
    }

    @Test
    void brightAlongAWallAloneLiesOutside() {
        StackAnatomy anatomy = Fixtures.allBody(1);
        for (int row = 0; row < Fixtures.SIZE; row++) {
            anatomy.structures()[0][row * Fixtures.SIZE] = 0;
        }
        ClassProbabilities twoWide = Fixtures.oedema("09900000", "09900000", "09900000", "09900000");
        ClassProbabilities fourWide = Fixtures.oedema("09999000", "09999000", "09999000", "09999000");
        ClassProbabilities withATail = Fixtures.oedema("09999000", "09999000", "09999000", "09900000", "09900000", "09900000", "09900000");
        assertEquals(0, pixels(filter.filter(Fixtures.stack(1), anatomy, twoWide)));
        assertEquals(0, pixels(filter.filter(Fixtures.stack(1), anatomy, withATail)));
        assertEquals(16, pixels(filter.filter(Fixtures.stack(1), anatomy, fourWide)));
    }

    @Test
    void whatIsFoundOnOneSliceAloneMustBeTwiceAsLarge() {
        LesionFilter strict = new LesionFilter(0.5, 20);
        String full = "99999999";
        ClassProbabilities forty = Fixtures.oedema(full, full, full, full, full, "00000000", full);
        LesionMap map = strict.filter(Fixtures.stack(1), Fixtures.allBody(1), forty);
        assertEquals(40, pixels(map));
        assertEquals(0, map.lesion()[0][6 * Fixtures.SIZE]);
        byte[] twelve = Fixtures.oedema("99990000", "99990000", "99990000").map(1, 0);
        byte[][] background = new byte[2][Fixtures.SIZE * Fixtures.SIZE];
        ClassProbabilities both = new ClassProbabilities(ModelRole.OEDEMA_CLASSES, new byte[][][] {background, {twelve, twelve}});
        assertEquals(12, pixels(strict.filter(Fixtures.stack(2), Fixtures.allBody(2), both)));
    }

    @Test
    void whatIsNoBrighterThanTheMarrowAroundItIsNone() {
        ClassProbabilities patch = Fixtures.oedema("99900000", "99900000", "99900000");
        assertEquals(0, pixels(filter.filter(bright(1.1f), Fixtures.allBody(1), patch)));
        assertEquals(9, pixels(filter.filter(bright(1.2f), Fixtures.allBody(1), patch)));
    }

    /** Marrow of brightness 1, and another brightness in the first three pixels of the first three rows. */
    private static SliceStack bright(float patch) {
        SliceStack stack = Fixtures.stack(1);
        float[] pixels = stack.slices().get(0).pixels();
        Arrays.fill(pixels, 1);
        for (int i = 0; i < 9; i++) {
            pixels[i / 3 * Fixtures.SIZE + i % 3] = patch;
        }
        return stack;
    }

    /** All pixels in a body whose middle lies at the third row: z = -2. */
    private static StackAnatomy bodyOfHeight(double mm) {
        Vec3 up = new Vec3(0, 0, 1);
        Vec3 centre = new Vec3(0, 4, -2);
        VertebralBody body = new VertebralBody(Vertebra.T7, centre, up, new Vec3(0, -1, 0),
                new Endplate(centre.plus(up.times(mm / 2)), up), new Endplate(centre.minus(up.times(mm / 2)), up.times(-1)), mm, 8, 1);
        StackAnatomy all = Fixtures.allBody(1);
        return new StackAnatomy(all.structures(), all.canal(), List.of(body), List.of());
    }

    private LesionMap gate(ClassProbabilities oedema) {
        return filter.filter(Fixtures.stack(1), Fixtures.allBody(1), oedema);
    }

    private static int pixels(LesionMap map) {
        int sum = 0;
        for (byte value : map.lesion()[0]) {
            sum += value;
        }
        return sum;
    }
}
