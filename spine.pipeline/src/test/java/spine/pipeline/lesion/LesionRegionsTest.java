package spine.pipeline.lesion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class LesionRegionsTest {
    private final byte[][] mask = new byte[3][Fixtures.SIZE * Fixtures.SIZE];

    @Test
    void slicesThatTouchAreOneSite() {
        square(0, 1, 1, 3);
        square(1, 2, 2, 3);
        square(2, 4, 4, 2);
        assertEquals(List.of(22), sizes(LesionRegions.acrossSlices(mask, Fixtures.stack(3))));
        assertEquals(List.of(9, 9, 4), sizes(LesionRegions.withinSlices(mask, Fixtures.stack(3))));
    }

    @Test
    void aPatchWhoseNeighboursShowNothingStandsAlone() {
        square(0, 0, 0, 4);
        square(1, 5, 5, 3);
        assertEquals(List.of(16, 9), sizes(LesionRegions.acrossSlices(mask, Fixtures.stack(3))));
    }

    @Test
    void aSliceInBetweenMustShowTheSiteToo() {
        square(0, 0, 0, 3);
        square(2, 0, 0, 3);
        assertEquals(List.of(9, 9), sizes(LesionRegions.acrossSlices(mask, Fixtures.stack(3))));
    }

    @Test
    void pixelsKnowWhereTheyAre() {
        square(1, 3, 5, 1);
        assertEquals(List.of(List.of(new LesionRegions.Pixel(1, 3, 5, 3 * Fixtures.SIZE + 5))), LesionRegions.acrossSlices(mask, Fixtures.stack(3)));
    }

    private static List<Integer> sizes(List<List<LesionRegions.Pixel>> patches) {
        return patches.stream().map(List::size).toList();
    }

    private void square(int slice, int row, int column, int side) {
        for (int r = row; r < row + side; r++) {
            for (int c = column; c < column + side; c++) {
                mask[slice][r * Fixtures.SIZE + c] = 1;
            }
        }
    }
}
