package spine.agreement.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import spine.agreement.UndefinedStatisticException;

class MaskTest {
    private static final double DIGITS = 1e-9;
    private static final MaskGrid PLANE = MaskGrid.plane(20, 10, 0.5, 2);

    @Test
    void surfacesThatAreMovedApart() {
        BitSet square = box(PLANE, 2, 6, 2, 6);
        BitSet moved = box(PLANE, 5, 9, 2, 6);
        SurfaceDistance distance = SurfaceDistance.of(PLANE, square, moved);
        assertEquals(1.5, distance.hausdorff(), DIGITS);
        assertEquals(1.5, distance.hausdorff95(), DIGITS);
        assertEquals(16, distance.first());
        assertEquals(0, SurfaceDistance.of(PLANE, square, square).average());
        assertEquals(2.0 * 10 / 50, MaskOverlap.of(square, moved).dice(), DIGITS);
        assertEquals(10.0 / 40, MaskOverlap.of(square, moved).jaccard(), DIGITS);
    }

    @Test
    void theEdgeOfTheGridIsSurface() {
        assertEquals(2 * 20 + 2 * 8, SurfaceDistance.surface(PLANE, box(PLANE, 0, 19, 0, 9)).cardinality());
        MaskGrid single = MaskGrid.plane(1, 1, 1, 1);
        assertEquals(0, SurfaceDistance.of(single, box(single, 0, 0, 0, 0), box(single, 0, 0, 0, 0)).hausdorff());
    }

    @Test
    void emptyMasksAreNeverCompared() {
        BitSet square = box(PLANE, 2, 6, 2, 6);
        assertEquals("The distance of surfaces is undefined: the second mask is empty.", assertThrows(UndefinedStatisticException.class,
                () -> SurfaceDistance.of(PLANE, square, new BitSet())).getMessage());
        assertEquals("The distance of surfaces is undefined: the first mask is empty.", assertThrows(UndefinedStatisticException.class,
                () -> SurfaceDistance.of(PLANE, new BitSet(), square)).getMessage());
        assertEquals("The distance of surfaces is undefined: both masks are empty.", assertThrows(UndefinedStatisticException.class,
                () -> SurfaceDistance.of(PLANE, new BitSet(), new BitSet())).getMessage());
        assertEquals("The overlap of masks is undefined: both are empty.",
                assertThrows(UndefinedStatisticException.class, MaskOverlap.NONE::dice).getMessage());
        assertEquals(0, MaskOverlap.of(square, new BitSet()).dice());
    }

    @Test
    void gridsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> MaskGrid.plane(0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> MaskGrid.plane(1, 1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new MaskGrid(1 << 15, 1 << 15, 1, 1, 1, 1));
        BitSet beyond = new BitSet();
        beyond.set(200);
        assertThrows(IllegalArgumentException.class, () -> SurfaceDistance.of(PLANE, beyond, beyond));
    }

    private static BitSet box(MaskGrid grid, int left, int right, int top, int bottom) {
        BitSet box = new BitSet();
        for (int y = top; y <= bottom; y++) {
            box.set(y * grid.columns() + left, y * grid.columns() + right + 1);
        }
        return box;
    }
}
