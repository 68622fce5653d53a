package spine.unet.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spine.api.image.SliceStack;
import spine.tck.sample.SyntheticStacks;

class PreparedStacksTest {
    private final PreparedStacks stacks = new PreparedStacks();

    @Test
    void whatOneModelPreparedTheNextTakes() {
        SliceStack stack = stack(1);
        PreparedStack first = prepare(InputRecipe.DEFAULT, stack);
        assertSame(first, prepare(InputRecipe.of(SliceChannels.NEIGHBOURS, 0.3), stack), "smoothing is no part of the input");
        PreparedStack third = prepare(InputRecipe.DEFAULT, stack);
        assertNotSame(first, third, "it is handed on once");
        assertArrayEquals(first.planes(), third.planes());
    }

    @Test
    void anotherRecipeOrAnotherStackIsPreparedAnew() {
        SliceStack stack = stack(1);
        PreparedStack first = prepare(InputRecipe.DEFAULT, stack);
        assertNotSame(first, prepare(InputRecipe.of(SliceChannels.NEIGHBOURS_AND_WIDE, 0), stack));
        assertNotSame(first, prepare(InputRecipe.DEFAULT, stack(1)), "equal pixels, but not the same stack");
        assertSame(first, prepare(InputRecipe.DEFAULT, stack));
    }

    @Test
    void onlySomeWait() {
        List<SliceStack> many = new ArrayList<>();
        List<PreparedStack> prepared = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            many.add(stack(i));
            prepared.add(prepare(InputRecipe.DEFAULT, many.get(i)));
        }
        assertSame(prepared.get(6), prepare(InputRecipe.DEFAULT, many.get(6)));
        assertSame(prepared.get(1), prepare(InputRecipe.DEFAULT, many.get(1)));
        assertNotSame(prepared.get(0), prepare(InputRecipe.DEFAULT, many.get(0)));
    }

    private PreparedStack prepare(InputRecipe recipe, SliceStack stack) {
        return stacks.of(recipe, stack, PlaneTasks.IN_ORDER);
    }

    private static SliceStack stack(long seed) {
        return SyntheticStacks.discs(seed, 2, 40, 50, 1.1, List.of("background", "oedema")).stack();
    }
}
