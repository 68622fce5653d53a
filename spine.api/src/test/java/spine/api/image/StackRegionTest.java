package spine.api.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackRegionTest {
    private static final int COLUMNS = 5;

    @Test
    void aRectangleHoldsWhatIsWantedOnEachSlice() {
        Set<Integer> wanted = Set.of(COLUMNS + 3, 2 * COLUMNS + 1);
        StackRegion region = StackRegion.around(stack(), slice -> slice == 1 ? wanted::contains : pixel -> false);
        assertEquals(List.of(PixelBox.NONE, new PixelBox(1, 1, 2, 3)), region.boxes());
        assertEquals(new PixelBox(0, 0, 4, COLUMNS), StackRegion.around(stack(), slice -> pixel -> true).boxes().get(0));
        assertEquals(StackRegion.whole(stack()), StackRegion.around(stack(), slice -> pixel -> true));
    }

    @Test
    void rectanglesAreJoined() {
        PixelBox one = new PixelBox(2, 3, 4, 5);
        assertEquals(new PixelBox(1, 3, 5, 8), one.union(new PixelBox(1, 10, 1, 1)));
        assertEquals(one, one.union(PixelBox.NONE));
        assertEquals(one, PixelBox.NONE.union(one));
        assertTrue(PixelBox.NONE.union(PixelBox.NONE).isEmpty());
        assertTrue(one.contains(5, 7) && one.contains(2, 3));
        assertFalse(one.contains(6, 7) || one.contains(5, 8) || PixelBox.NONE.contains(0, 0));
    }

    @Test
    void whatIsNoRectangleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PixelBox(-1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new PixelBox(0, 0, 1, 0));
    }

    private static SliceStack stack() {
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        Acquisition unknown = new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "");
        return new SliceStack("1.2", "", "", unknown, IntStream.range(0, 2).mapToObj(slice -> new Slice("1.2." + slice, "1.2.3", plane, 4,
                COLUMNS, new float[4 * COLUMNS], Optional.empty())).toList());
    }
}
