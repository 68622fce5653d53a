package spine.unet.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.api.image.PixelBox;

class SpineScoutsTest {
    private static final int CLASSES = 3;
    private static final PixelBox WINDOW = new PixelBox(16, 32, 64, 48);

    @Test
    void noSliceIsFarFromAScout() {
        for (int slices = 1; slices < 40; slices++) {
            List<Integer> scouts = SpineScouts.of(slices);
            assertTrue(IntStream.range(0, slices).allMatch(slice -> scouts.stream().anyMatch(scout -> Math.abs(scout - slice) <= 2)), slices + "");
            assertTrue(scouts.size() <= slices / 3 + 1, slices + "");
        }
        assertEquals(List.of(0, 3, 6, 9, 12), SpineScouts.of(14));
        assertEquals(List.of(0), SpineScouts.of(1));
    }

    @Test
    void theSpineIsWhereAnotherClassIsMoreProbableThanBackground() {
        float[] probabilities = background();
        paint(probabilities, 1, 10, 20, 5, 7);
        paint(probabilities, 2, 30, 25, 4, 4);
        probabilities[2] = 1;
        assertEquals(new PixelBox(16 + 10, 32 + 20, 24, 9), SpineScouts.found(in(WINDOW, probabilities)), "a single pixel is noise");
        assertEquals(PixelBox.NONE, SpineScouts.found(in(WINDOW, background())));
    }

    @Test
    void theSpineLeavesAPartWhereItComesNearItsEnd() {
        float[] inside = background();
        paint(inside, 1, 8, 8, 48, 32);
        assertFalse(SpineScouts.leaves(in(WINDOW, inside), 200, 200));
        float[] near = background();
        paint(near, 1, 7, 8, 48, 32);
        assertTrue(SpineScouts.leaves(in(WINDOW, near), 200, 200));
        assertFalse(SpineScouts.leaves(in(new PixelBox(0, 32, 64, 48), near), 200, 200), "the slice ends there");
        float[] right = background();
        paint(right, 1, 8, 8, 48, 33);
        assertTrue(SpineScouts.leaves(in(WINDOW, right), 200, 200));
        assertFalse(SpineScouts.leaves(in(WINDOW, right), 200, 80), "the slice ends there");
        assertFalse(SpineScouts.leaves(in(WINDOW, background()), 200, 200));
    }

    @Test
    void betweenTwoScoutsLiesWhatEitherShows() {
        PixelBox one = new PixelBox(10, 20, 100, 30);
        PixelBox two = new PixelBox(5, 30, 100, 30);
        PixelBox whole = new PixelBox(0, 0, 200, 200);
        Map<Integer, PixelBox> found = Map.of(0, PixelBox.NONE, 3, one, 6, two, 9, PixelBox.NONE, 12, PixelBox.NONE);
        List<PixelBox> between = SpineScouts.between(found, whole, 14);
        assertEquals(PixelBox.NONE, between.get(3), "a scout has been segmented");
        assertEquals(List.of(one, one, one.union(two), one.union(two), two, two), IntStream.of(1, 2, 4, 5, 7, 8).mapToObj(between::get).toList());
        assertTrue(IntStream.of(10, 11, 13).allMatch(slice -> between.get(slice).isEmpty()));
        assertEquals(List.of(whole, PixelBox.NONE, whole), SpineScouts.between(Map.of(1, PixelBox.NONE), whole, 3), "nothing was seen");
    }

    private static WindowProbabilities in(PixelBox window, float[] probabilities) {
        return new WindowProbabilities(window, CLASSES, probabilities);
    }

    private static float[] background() {
        float[] probabilities = new float[WINDOW.rows() * WINDOW.columns() * CLASSES];
        for (int pixel = 0; pixel < WINDOW.rows() * WINDOW.columns(); pixel++) {
            probabilities[pixel * CLASSES] = 0.5f;
        }
        return probabilities;
    }

    private static void paint(float[] probabilities, int c, int top, int left, int rows, int columns) {
        for (int row = top; row < top + rows; row++) {
            for (int column = left; column < left + columns; column++) {
                probabilities[(row * WINDOW.columns() + column) * CLASSES + c] = 0.6f;
            }
        }
    }
}
