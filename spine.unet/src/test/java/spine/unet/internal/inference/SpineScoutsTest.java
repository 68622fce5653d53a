package spine.unet.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import spine.api.image.PixelBox;

class SpineScoutsTest {
    private static final int CLASSES = 3;
    private static final PixelBox WINDOW = new PixelBox(16, 32, 64, 48);

    @Test
    void theScoutsAreSlicesOfTheMiddle() {
        assertEquals(List.of(6, 10), SpineScouts.of(16));
        assertEquals(List.of(4, 8), SpineScouts.of(13));
        assertEquals(List.of(0, 1), SpineScouts.of(2));
        assertEquals(List.of(0), SpineScouts.of(1));
    }

    @Test
    void theSpineIsWhereAnotherClassIsMoreProbableThanBackground() {
        float[][] probabilities = background();
        paint(probabilities, 1, 10, 20, 5, 7);
        paint(probabilities, 2, 30, 25, 4, 4);
        probabilities[2][0] = 1;
        assertEquals(new PixelBox(16 + 10, 32 + 20, 24, 9), SpineScouts.found(in(WINDOW, probabilities)), "a single pixel is noise");
        assertEquals(PixelBox.NONE, SpineScouts.found(in(WINDOW, background())));
    }

    @Test
    void theSpineLeavesAPartWhereItComesNearItsEnd() {
        float[][] inside = background();
        paint(inside, 1, 8, 8, 48, 32);
        assertFalse(SpineScouts.leaves(in(WINDOW, inside), 200, 200));
        float[][] near = background();
        paint(near, 1, 7, 8, 48, 32);
        assertTrue(SpineScouts.leaves(in(WINDOW, near), 200, 200));
        assertFalse(SpineScouts.leaves(in(new PixelBox(0, 32, 64, 48), near), 200, 200), "the slice ends there");
        float[][] right = background();
        paint(right, 1, 8, 8, 48, 33);
        assertTrue(SpineScouts.leaves(in(WINDOW, right), 200, 200));
        assertFalse(SpineScouts.leaves(in(WINDOW, right), 200, 80), "the slice ends there");
        assertFalse(SpineScouts.leaves(in(WINDOW, background()), 200, 200));
    }

    @Test
    void elsewhereTheSpineIsWhereTheScoutsShowItAndAround() {
        PixelBox one = new PixelBox(10, 60, 150, 30);
        PixelBox two = new PixelBox(5, 70, 150, 40);
        assertEquals(new PixelBox(0, 32, 192, 112), SpineScouts.elsewhere(List.of(one, two), 200, 200));
    }

    @Test
    void itMayBeAnywhereIfTheScoutsShowLittleOfIt() {
        PixelBox whole = new PixelBox(0, 0, 200, 200);
        assertEquals(whole, SpineScouts.elsewhere(List.of(PixelBox.NONE, PixelBox.NONE), 200, 200));
        assertEquals(whole, SpineScouts.elsewhere(List.of(new PixelBox(10, 60, 50, 30), new PixelBox(20, 60, 50, 30)), 200, 200));
    }

    private static WindowProbabilities in(PixelBox window, float[][] probabilities) {
        return new WindowProbabilities(window, probabilities);
    }

    private static float[][] background() {
        float[][] probabilities = new float[CLASSES][WINDOW.rows() * WINDOW.columns()];
        Arrays.fill(probabilities[0], 0.5f);
        return probabilities;
    }

    private static void paint(float[][] probabilities, int c, int top, int left, int rows, int columns) {
        for (int row = top; row < top + rows; row++) {
            int from = row * WINDOW.columns() + left;
            Arrays.fill(probabilities[c], from, from + columns, 0.6f);
        }
    }
}
