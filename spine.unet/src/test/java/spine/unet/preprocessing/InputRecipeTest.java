package spine.unet.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.api.image.SliceStack;
import spine.api.training.AnnotatedStack;
import spine.tck.sample.SyntheticStacks;

class InputRecipeTest {

    @Test
    void survivesTheModelCard() {
        InputRecipe recipe = new InputRecipe(0.9, 25, 0.2, 1.4, SliceChannels.NEIGHBOURS_AND_WIDE, 0.3);
        assertEquals(recipe, InputRecipe.fromMap(recipe.toMap()));
        Map<String, String> broken = new LinkedHashMap<>(recipe.toMap());
        broken.remove("shadingSigmaMm");
        String message = assertThrows(IllegalArgumentException.class, () -> InputRecipe.fromMap(broken)).getMessage();
        assertTrue(message.contains("shadingSigmaMm"), message);
    }

    @Test
    void resamplesToItsSpacingAndBack() {
        List<float[]> ramp = List.of(new float[100 * 60]);
        for (int i = 0; i < 6000; i++) {
            ramp.get(0)[i] = i / 60 + 0.5f * (i % 60);
        }
        SliceStack stack = SyntheticStacks.stack(ramp, 100, 60, 0.7);
        Resampling there = InputRecipe.DEFAULT.resampling(stack);
        assertEquals(70, there.rowsOut());
        assertEquals(42, there.columnsOut());
        float[] back = there.inverse().apply(there.apply(ramp.get(0)));
        for (int r = 5; r < 95; r++) {
            for (int c = 5; c < 55; c++) {
                assertEquals(ramp.get(0)[r * 60 + c], back[r * 60 + c], 0.05);
            }
        }
    }

    @Test
    void doesNotSeeTheShadingOfACoil() {
        AnnotatedStack even = SyntheticStacks.discs(3, 2, 200, 150, 1.0, List.of("background", "oedema"));
        List<float[]> shaded = new ArrayList<>();
        for (var slice : even.stack().slices()) {
            float[] pixels = slice.pixels().clone();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] *= (float) Math.exp(1.5 * (i % 150) / 150.0);
            }
            shaded.add(pixels);
        }
        float[] a = InputRecipe.DEFAULT.prepare(even.stack()).planes()[0];
        float[] b = InputRecipe.DEFAULT.prepare(SyntheticStacks.stack(shaded, 200, 150, 1.0)).planes()[0];
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            assertTrue(b[i] >= 0 && b[i] <= 1.5);
            difference += Math.abs(a[i] - b[i]) / a.length;
        }
        assertTrue(difference < 0.12, "mean difference " + difference);
    }

    @Test
    void manyThreadsPrepareWhatOneDoes() {
        SliceStack stack = SyntheticStacks.discs(3, 7, 200, 150, 0.8, List.of("background", "oedema")).stack();
        InputRecipe recipe = InputRecipe.of(SliceChannels.NEIGHBOURS_AND_WIDE, 0);
        PreparedStack one = recipe.prepare(stack);
        PreparedStack many = recipe.prepare(stack, (planes, task) -> IntStream.range(0, planes).parallel().forEach(task));
        assertArrayEquals(one.planes(), many.planes());
    }

    /** {@code limit * tanh(x / (smooth + floor) / 2)} of a stack whose low-pass filtered intensity is known. */
    @Test
    void brightnessIsLimitedByTheHyperbolicTangent() {
        float[] even = new float[60 * 60];
        Arrays.fill(even, 100);
        float[] spot = even.clone();
        spot[30 * 60 + 30] = 5000;
        PreparedStack prepared = InputRecipe.DEFAULT.prepare(SyntheticStacks.stack(List.of(even, spot), 60, 60, 1.0));
        float floor = (float) (0.1 * 100);
        for (float value : prepared.planes()[0]) {
            assertEquals(1.5 * Math.tanh(100 / (100.0 + floor) / 2), value, 2e-7);
        }
        assertEquals(1.5, prepared.planes()[1][30 * 60 + 30], 1e-4);
    }

    @Test
    void wideChannelsKeepTheNarrowPlanesAndAddThoseEvenedOutFurther() {
        SliceStack stack = SyntheticStacks.discs(3, 2, 200, 150, 1.0, List.of("background", "oedema")).stack();
        PreparedStack narrow = InputRecipe.of(SliceChannels.NEIGHBOURS, 0).prepare(stack);
        PreparedStack wide = InputRecipe.of(SliceChannels.NEIGHBOURS_AND_WIDE, 0).prepare(stack);
        assertEquals(2, wide.slices());
        assertEquals(4, wide.planes().length);
        for (int slice = 0; slice < 2; slice++) {
            assertArrayEquals(narrow.planes()[slice], wide.planes()[slice]);
            assertFalse(Arrays.equals(narrow.planes()[slice], wide.planes()[2 + slice]));
        }
    }

    @Test
    void keepsTheTruthWhereItWas() {
        AnnotatedStack discs = SyntheticStacks.discs(5, 1, 120, 90, 0.6, List.of("background", "oedema"));
        byte[] labels = InputRecipe.DEFAULT.prepareTruth(discs.stack(), discs.truth())[0];
        int fine = 0;
        for (byte label : discs.truth().labels()[0]) {
            fine += label;
        }
        int coarse = 0;
        for (byte label : labels) {
            coarse += label;
        }
        assertEquals(fine * 0.36, coarse, 0.05 * fine * 0.36);
    }
}
