package spine.phantom.internal.core.truth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.api.image.Acquisition;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;
import spine.phantom.internal.core.scan.Scan;

class VisibleOedemaTest {
    private static final int SIZE = 40;

    /** One image of marrow with a bright and a faint patch of oedema. */
    private static Scan scan() {
        float[] pixels = new float[SIZE * SIZE];
        Arrays.fill(pixels, 100);
        byte[] anatomy = new byte[SIZE * SIZE];
        Arrays.fill(anatomy, (byte) 1);
        byte[] oedema = new byte[SIZE * SIZE];
        mark(oedema, pixels, 5, 150);
        mark(oedema, pixels, 25, 105);
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        SliceStack stack = new SliceStack("1.2.3", "", "", new Acquisition(4000, 60, 150, 1.5, 4, ""),
                List.of(new Slice("1.2", "1.3", plane, SIZE, SIZE, pixels, Optional.empty())));
        return new Scan(stack, null, null, new byte[][] {anatomy}, new byte[][] {oedema},
                new byte[1][SIZE * SIZE], new byte[1][SIZE * SIZE]);
    }

    private static void mark(byte[] oedema, float[] pixels, int row, float brightness) {
        for (int i = 0; i < 25; i++) {
            int at = (row + i / 5) * SIZE + 10 + i % 5;
            oedema[at] = 1;
            pixels[at] = brightness;
        }
    }

    @Test
    void theFaintPatchGoesAndTheBrightOneStaysAsItIs() {
        Scan scan = scan();
        byte[] visible = VisibleOedema.of(scan).oedema()[0];
        byte[] expected = scan.oedema()[0].clone();
        Arrays.fill(expected, 25 * SIZE, expected.length, (byte) 0);
        assertArrayEquals(expected, visible);
        assertEquals(1, scan.oedema()[0][25 * SIZE + 10]);
    }

    @Test
    void pixelsThatTouchAcrossACornerAreOnePatch() {
        int[] pixels = {0, 11, 19, 20, 30 + 9};
        int[] labels = new LesionPixels(0, pixels, null, null, null, null, null).components(10).labels();
        assertArrayEquals(new int[] {1, 1, 2, 1, 3}, Arrays.stream(pixels).map(pixel -> labels[pixel]).toArray());
    }
}
