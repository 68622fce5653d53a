package spine.runtime.internal.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import spine.api.image.ClassProbabilities;
import spine.api.image.PixelBox;
import spine.api.image.SliceStack;
import spine.api.image.StackRegion;
import spine.api.model.ModelCard;
import spine.api.model.ModelRole;
import spine.tck.SampleSpine;

class ProbabilityContractTest {
    private static final SliceStack STACK = SampleSpine.whole().input().study().stacks().get(0);
    private static final int SLICES = STACK.slices().size();
    private static final int PIXELS = STACK.rows() * STACK.columns();
    private static final ModelCard CARD = new ModelCard("m", "1.0.0", ModelRole.OEDEMA, ModelRole.OEDEMA_CLASSES, Map.of(), 0.5, "",
            Map.of(), "",
            "0".repeat(64));

    @Test
    void probabilitiesThatAreRoundedAreRight() {
        byte[][][] maps = background();
        maps[0][1][7] = 100;
        maps[1][1][7] = (byte) 154;
        assertDoesNotThrow(() -> check(maps, StackRegion.whole(STACK)));
    }

    @Test
    void aPixelThatHasNoClassIsFoundAnywhere() {
        for (int pixel : new int[] {0, 127, 128, PIXELS - 1}) {
            byte[][][] maps = background();
            maps[0][2][pixel] = 0;
            assertEquals("the probabilities of a pixel of slice 3 do not sum to 1", fault(maps, ModelRole.OEDEMA_CLASSES));
        }
    }

    @Test
    void outsideOfTheRegionAnythingMayBeAnswered() {
        byte[][][] maps = background();
        maps[0][2][0] = 0;
        StackRegion inner = new StackRegion(STACK.slices().stream().map(slice -> new PixelBox(1, 1, 4, 4)).toList());
        assertDoesNotThrow(() -> check(maps, inner));
        maps[0][2][2 * STACK.columns() + 2] = 0;
        assertThrows(BrokenContractException.class, () -> check(maps, inner));
    }

    @Test
    void theGridIsThatOfTheStackAndTheClassesThoseOfTheCard() {
        assertEquals("it has the classes [background, fat], its card [background, oedema]", fault(background(), List.of("background",
                "fat")));
        assertEquals("it has 1 slices for the " + SLICES + " of the stack", fault(new byte[2][1][PIXELS], ModelRole.OEDEMA_CLASSES));
        assertEquals("it has 0 slices for the " + SLICES + " of the stack", fault(new byte[2][][], ModelRole.OEDEMA_CLASSES));
        byte[][][] ragged = background();
        ragged[1][0] = new byte[3];
        assertEquals("a map of it has 3 pixels for the " + PIXELS + " of an image", fault(ragged, ModelRole.OEDEMA_CLASSES));
        ragged[1] = null;
        assertEquals("a map of it has 0 pixels for the " + PIXELS + " of an image", fault(ragged, ModelRole.OEDEMA_CLASSES));
    }

    private static byte[][][] background() {
        byte[][][] maps = new byte[2][SLICES][PIXELS];
        for (byte[] slice : maps[0]) {
            Arrays.fill(slice, (byte) 255);
        }
        return maps;
    }

    private static void check(byte[][][] maps, StackRegion region) throws BrokenContractException {
        new ProbabilityContract(CARD, STACK, region).check(new ClassProbabilities(ModelRole.OEDEMA_CLASSES, maps));
    }

    private static String fault(byte[][][] maps, List<String> classes) {
        return assertThrows(BrokenContractException.class, () -> new ProbabilityContract(CARD, STACK, StackRegion.whole(STACK))
                .check(new ClassProbabilities(classes, maps))).getMessage();
    }
}
