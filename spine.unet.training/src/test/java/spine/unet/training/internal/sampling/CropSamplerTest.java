package spine.unet.training.internal.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CropSamplerTest {
    private static final int SIDE = 30;
    private static final int DRAWS = 4000;
    private static final CropSettings SETTINGS = new CropSettings(1, 9, 9, 0.7, true, 0);

    private static StoredStack stack(int label) {
        byte[] labels = new byte[SIDE * SIDE];
        labels[SIDE * SIDE / 2] = (byte) label;
        return new StoredStack(1, SIDE, SIDE, ShortBuffer.allocate(SIDE * SIDE), ByteBuffer.wrap(labels), 2);
    }

    private static double share(List<StoredStack> stacks, StoredStack wanted) {
        CropSampler sampler = new CropSampler(stacks, 2, SETTINGS);
        Random random = new Random(3);
        int drawn = 0;
        for (int i = 0; i < DRAWS; i++) {
            drawn += sampler.sample(random).stack() == wanted ? 1 : 0;
        }
        return drawn / (double) DRAWS;
    }

    @Test
    void rareStacksWithoutTheClassAreStillSeen() {
        List<StoredStack> stacks = new ArrayList<>();
        for (int i = 0; i < 49; i++) {
            stacks.add(stack(1));
        }
        StoredStack without = stack(0);
        stacks.add(without);

        double share = share(stacks, without);

        assertTrue(share > 0.045 && share < 0.09, "share " + share);
    }

    @Test
    void mostCropsHoldTheClass() {
        StoredStack having = stack(1);
        assertEquals(0.7 + 0.3 * 0.8 * 0.5, share(List.of(having, stack(0)), having), 0.03);
    }
}
