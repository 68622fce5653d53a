package spine.unet.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import spine.api.image.Acquisition;
import spine.api.image.PixelBox;
import spine.api.image.Slice;
import spine.api.image.SlicePlane;
import spine.api.image.SliceStack;
import spine.api.image.Vec3;

class SliceOrientationTest {
    private static final Vec3 BACK = new Vec3(0, 1, 0);
    private static final Vec3 FRONT = new Vec3(0, -1, 0);
    private static final Vec3 HEAD = new Vec3(0, 0, 1);
    private static final Vec3 FEET = new Vec3(0, 0, -1);

    /** Two rows of three pixels, upright: the front on the left, the head at the top. */
    private static final float[] UPRIGHT = {1, 2, 3, 4, 5, 6};

    @Test
    void upright() {
        check(BACK, FEET, 2, 3, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void frontOnTheRight() {
        check(FRONT, FEET, 2, 3, 3, 2, 1, 6, 5, 4);
    }

    @Test
    void headDown() {
        check(BACK, HEAD, 2, 3, 4, 5, 6, 1, 2, 3);
    }

    @Test
    void lyingOnTheBack() {
        check(FEET, BACK, 3, 2, 1, 4, 2, 5, 3, 6);
    }

    @Test
    void lyingOnTheFrontHeadRight() {
        check(HEAD, FRONT, 3, 2, 6, 3, 5, 2, 4, 1);
    }

    private static void check(Vec3 alongRow, Vec3 alongColumn, int rows, int columns, float... stored) {
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), alongRow, alongColumn, 1, 1);
        Acquisition unknown = new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "");
        SliceOrientation orientation = SliceOrientation.of(new SliceStack("1.2", "", "", unknown,
                List.of(new Slice("1.2.1", "1.2.3", plane, rows, columns, stored, Optional.empty()))));
        assertEquals(2, orientation.rows());
        assertEquals(3, orientation.columns());
        assertArrayEquals(UPRIGHT, orientation.turned(stored));
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                assertEquals(UPRIGHT[3 * row + column], stored[orientation.storedIndex(row, column)]);
                int index = orientation.storedIndex(row, column);
                assertEquals(index, orientation.storedIndex(row, 0) + column * orientation.columnStep());
                assertEquals(new PixelBox(row, column, 1, 1), orientation.turned(new PixelBox(index / columns, index % columns, 1, 1)));
            }
        }
        assertEquals(new PixelBox(0, 0, 2, 3), orientation.turned(new PixelBox(0, 0, rows, columns)));
        assertEquals(PixelBox.NONE, orientation.turned(PixelBox.NONE));
    }
}
