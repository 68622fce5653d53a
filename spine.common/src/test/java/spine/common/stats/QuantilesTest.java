package spine.common.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final double[] VALUES = {1, 2, 4, 8};

    @Test
    void interpolatesBetweenTheTwoValuesAroundThePosition() {
        assertEquals(1, Quantiles.linear(VALUES, 0));
        assertEquals(3, Quantiles.linear(VALUES, 0.5));
        assertEquals(1.75, Quantiles.linear(VALUES, 0.25));
        assertEquals(8, Quantiles.linear(VALUES, 1));
        assertEquals(3, Quantiles.linear(new float[] {1, 2, 4, 8}, 0.5));
        assertEquals(5, Quantiles.linear(new double[] {5}, 0.9));
    }

    @Test
    void takesTheLowerOfThem() {
        assertEquals(1, Quantiles.lower(VALUES, 0.3));
        assertEquals(2, Quantiles.lower(VALUES, 0.5));
        assertEquals(8, Quantiles.lower(VALUES, 1));
        assertEquals(2f, Quantiles.lower(new float[] {1, 2, 4, 8}, 0.5));
    }
}
