package spine.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SitesTest {
    private final byte[][] mask = new byte[3][Fixtures.SIZE * Fixtures.SIZE];

    @Test
    void slicesThatTouchAddUp() {
        square(0, 1, 1, 3);
        square(1, 2, 2, 3);
        square(2, 4, 4, 2);
        Sites.dropFleeting(mask, Fixtures.stack(3), 22);
        assertEquals(22, count());
        Sites.dropFleeting(mask, Fixtures.stack(3), 22.1);
        assertEquals(0, count());
    }

    @Test
    void aPatchWhoseNeighboursShowNothingStandsAlone() {
        square(0, 0, 0, 4);
        square(1, 5, 5, 3);
        Sites.dropFleeting(mask, Fixtures.stack(3), 10);
        assertEquals(16, count());
        assertArrayEquals(new byte[Fixtures.SIZE * Fixtures.SIZE], mask[1]);
    }

    @Test
    void aSliceInBetweenMustShowTheSiteToo() {
        square(0, 0, 0, 3);
        square(2, 0, 0, 3);
        Sites.dropFleeting(mask, Fixtures.stack(3), 18);
        assertEquals(0, count());
    }

    private void square(int slice, int row, int column, int side) {
        for (int r = row; r < row + side; r++) {
            for (int c = column; c < column + side; c++) {
                mask[slice][r * Fixtures.SIZE + c] = 1;
            }
        }
    }

    private int count() {
        int sum = 0;
        for (byte[] slice : mask) {
            for (byte value : slice) {
                sum += value;
            }
        }
        return sum;
    }
}
