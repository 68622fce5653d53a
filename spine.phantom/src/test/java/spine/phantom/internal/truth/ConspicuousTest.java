package spine.phantom.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.api.model.ModelRole;
import spine.phantom.internal.scan.Grid;
import spine.phantom.internal.scan.Recipe;
import spine.phantom.internal.scan.Scan;
import spine.phantom.internal.tissue.Sequence;

/** One body of marrow, 30 x 30 pixels of 1 mm, with a square lesion. */
class ConspicuousTest {
    private static final int SIZE = 40;
    private static final double MARROW = 100;

    @Test
    void countsWhatIsClearlyBrighterThanTheMarrowBesideIt() {
        assertEquals(25, seen(5, 1.5, 10));
    }

    @Test
    void leavesOutWhatIsHardlyBrighter() {
        assertEquals(0, seen(8, 1.1, 1));
    }

    @Test
    void inNoiseALargePatchIsSeenAndASmallOneIsNot() {
        assertEquals(144, seen(12, 1.4, 40));
        assertEquals(0, seen(3, 1.4, 40));
    }

    @Test
    void countsABodyWithoutHealthyMarrow() {
        assertEquals(900, seen(30, 1.05, 10));
    }

    /** @return pixels that count of a lesion with that side, ratio to the marrow, and noise */
    private static int seen(int side, double ratio, double noise) {
        Random random = new Random(1);
        float[] pixels = new float[SIZE * SIZE];
        byte[] anatomy = new byte[pixels.length];
        byte[] level = new byte[pixels.length];
        byte[] oedema = new byte[pixels.length];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                int i = row * SIZE + column;
                boolean body = row >= 5 && row < 35 && column >= 5 && column < 35;
                boolean lesion = row >= 5 && row < 5 + side && column >= 5 && column < 5 + side;
                anatomy[i] = (byte) (body ? ModelRole.ANATOMY_CLASSES.indexOf(ModelRole.VERTEBRA) : 0);
                level[i] = (byte) (body ? 7 : -1);
                oedema[i] = (byte) (lesion ? 1 : 0);
                pixels[i] = (float) (body ? MARROW * (lesion ? ratio : 1) + noise * random.nextGaussian() : 0);
            }
        }
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        Slice slice = new Slice("1.2.3", "1.2.840.10008.5.1.4.1.1.4", plane, SIZE, SIZE, pixels, Optional.empty());
        Sequence sequence = new Sequence(4000, 60, 150);
        SliceStack stack = new SliceStack("1.2", "1.1", "STIR", new Acquisition(4000, 60, 150, 1.5, 4, "none"), List.of(slice));
        Scan scan = new Scan(stack, new Grid(List.of(plane), SIZE, SIZE, 4, new Vec3(0, 0, 0)), new Recipe(0, 0, "STIR", sequence, 16, 4),
                new byte[][] {anatomy}, new byte[][] {oedema}, new byte[][] {level});
        int count = 0;
        for (byte pixel : Conspicuous.of(scan)[0]) {
            count += pixel;
        }
        return count;
    }
}
