package spine.unet.internal.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import spine.unet.preprocessing.PlaneTasks;

class InterSliceSmoothingTest {

    @Test
    void odds_are_averaged_over_the_slice_and_its_neighbours() {
        byte[][][] joined = new InterSliceSmoothing(0.5).of(lesion(51, 204, 204), PlaneTasks.IN_ORDER);

        // Odds 1:4, 4:1 and 4:1: the geometric means with weights 1, 2, 1 and 3, 1.
        assertEquals(Math.pow(4, 0.5) / (1 + Math.pow(4, 0.5)), (joined[1][1][0] & 0xff) / 255.0, 0.003);
        assertEquals(Math.pow(4, -0.5) / (1 + Math.pow(4, -0.5)), (joined[1][0][0] & 0xff) / 255.0, 0.003);
        assertEquals(255, (joined[0][1][0] & 0xff) + (joined[1][1][0] & 0xff), 1);
    }

    @Test
    void agreement_is_left_as_it_is() {
        byte[][][] certain = lesion(255, 255, 255);
        assertArrayEquals(certain, new InterSliceSmoothing(0.3).of(certain, PlaneTasks.IN_ORDER));
        byte[][][] uncertain = lesion(100, 20, 255);
        assertSame(uncertain, new InterSliceSmoothing(0).of(uncertain, PlaneTasks.IN_ORDER));
    }

    @Test
    void certainty_of_one_slice_alone_is_outvoted_but_not_ignored() {
        int alone = new InterSliceSmoothing(0.5).of(lesion(0, 255, 0), PlaneTasks.IN_ORDER)[1][1][0] & 0xff;
        assertEquals(127.5, alone, 1);
    }

    /** Background and lesion, one pixel of three slices. */
    private static byte[][][] lesion(int... values) {
        byte[][][] map = new byte[2][values.length][1];
        for (int slice = 0; slice < values.length; slice++) {
            map[0][slice][0] = (byte) (255 - values[slice]);
            map[1][slice][0] = (byte) values[slice];
        }
        return map;
    }
}
