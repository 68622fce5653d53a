package spine.common.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    @Test
    void givesWhatSortingPutsThere() {
        Random random = new Random(3);
        for (int size = 1; size < 200; size++) {
            int different = 1 + random.nextInt(2 * size);
            double[] values = random.doubles(size).map(value -> Math.floor(value * different) - different / 2).toArray();
            assertEqualToSorted(values, random.ints(5, 0, size).toArray());
        }
    }

    @Test
    void isRightWhereHalvingDoesNotHalve() {
        int size = 10_000;
        double[] pipes = IntStream.range(0, size).mapToDouble(i -> i < size / 2 ? i : size - i).toArray();
        double[] halves = IntStream.range(0, size).mapToDouble(i -> i % 2 == 0 ? i : size - i).toArray();
        for (double[] values : new double[][] {new double[size], pipes, halves, killer(size)}) {
            assertEqualToSorted(values, size / 2, size - 2, 1);
        }
    }

    /** Of every three values that a round looks at, two are the least that are left. */
    private static double[] killer(int size) {
        double[] values = new double[size];
        Arrays.fill(values, size);
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        int low = 0;
        for (double least = 0; low + 2 < size; least += 2) {
            int middle = (low + size - 1) >>> 1;
            values[order[low]] = least;
            values[order[middle]] = least + 1;
            Integer kept = order[low + 1];
            order[low + 1] = order[middle];
            order[middle] = kept;
            low += 2;
        }
        return values;
    }

    @Test
    void putsNaNAboveAll() {
        double[] values = {Double.NaN, 3, Double.POSITIVE_INFINITY, Double.NaN, -1, Double.NEGATIVE_INFINITY};
        assertEqualToSorted(values, 0, 1, 2, 3, 4, 5);
        assertEquals(Double.NaN, new OrderStatistics(new double[] {Double.NaN}, 1).at(0));
    }

    @Test
    void countsOnlyTheFirst() {
        OrderStatistics three = new OrderStatistics(new double[] {5, 7, 6, 0, 0}, 3);
        assertEquals(3, three.size());
        assertEquals(5, three.lower(0.4));
        assertEquals(6, three.lower(0.5));
        assertEquals(7, three.lower(1));
        assertThrows(IndexOutOfBoundsException.class, () -> three.at(3));
        assertThrows(IndexOutOfBoundsException.class, () -> new OrderStatistics(new double[0], 0).lower(0.5));
    }

    @Test
    void leavesFloatsAsTheyWere() {
        float[] values = {4, 0.1f, 2};
        assertEquals(0.1f, OrderStatistics.of(values).lower(0));
        assertEquals(4, values[0]);
    }

    private static void assertEqualToSorted(double[] values, int... ranks) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        OrderStatistics statistics = new OrderStatistics(values.clone(), values.length);
        for (int rank : ranks) {
            assertEquals(sorted[rank], statistics.at(rank), () -> "rank " + rank + " of " + Arrays.toString(values));
        }
    }
}
