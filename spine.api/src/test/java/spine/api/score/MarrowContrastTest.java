package spine.api.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.Vec3;

/** Patches in an image of 60 x 60 pixels of 1 mm, of marrow of brightness 100. */
class MarrowContrastTest {
    private static final int SIZE = 60;
    private static final int[] PATCH = block(28, 4);

    private static int[] block(int from, int edge) {
        return IntStream.range(0, edge * edge).map(i -> (from + i / edge) * SIZE + from + i % edge).toArray();
    }

    private static boolean visible(double brightness, double noise, int[] patch, byte[] healthy) {
        Random random = new Random(1);
        float[] pixels = new float[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (100 + noise * random.nextGaussian());
        }
        Arrays.stream(patch).forEach(pixel -> pixels[pixel] += brightness - 100);
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        return new MarrowContrast(new Slice("1.2", "1.3", plane, SIZE, SIZE, pixels, Optional.empty()), healthy).visible(patch,
                MarrowContrast.CLEAR);
    }

    private static byte[] marrowBut(int[] patch) {
        byte[] healthy = new byte[SIZE * SIZE];
        Arrays.fill(healthy, (byte) 1);
        Arrays.stream(patch).forEach(pixel -> healthy[pixel] = 0);
        return healthy;
    }

    @Test
    void aPatchMustBeBrighterThanTheMarrowAroundIt() {
        assertEquals(true, visible(116, 0, PATCH, marrowBut(PATCH)));
        assertEquals(false, visible(114, 0, PATCH, marrowBut(PATCH)));
        assertEquals(false, visible(40, 0, PATCH, marrowBut(PATCH)));
    }

    @Test
    void noiseHidesASmallPatchAndNotALargeOne() {
        int[] large = block(20, 16);
        assertEquals(false, visible(130, 50, PATCH, marrowBut(PATCH)));
        assertEquals(true, visible(130, 50, large, marrowBut(large)));
    }

    @Test
    void onlyMarrowNearbyIsComparedWith() {
        byte[] farAway = marrowBut(PATCH);
        for (int i = 0; i < farAway.length; i++) {
            farAway[i] = (byte) (i / SIZE < 6 ? 1 : 0);
        }
        assertEquals(true, visible(100, 0, PATCH, farAway));
        assertEquals(false, visible(100, 0, PATCH, marrowBut(PATCH)));
    }
}
