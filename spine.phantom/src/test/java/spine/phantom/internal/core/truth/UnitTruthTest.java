package spine.phantom.internal.core.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.api.score.Quadrant;
import spine.api.score.SliceFinding;

/** Lesions made by hand on a grid of 100 columns with pixels of 1 mm2, in a body of 20 mm; unit 10 lies between bodies 10 and 11. */
class UnitTruthTest {
    private static final int COLUMNS = 100;
    private final UnitTruth unit = new UnitTruth(10, 1, 1, COLUMNS, Thresholds.TRUTH);

    /** A lesion in rows and columns of a body whose upper endplate is row 0 and whose front half ends at column 20. */
    private static LesionPixels block(int vertebra, int top, int bottom, int left, int right, double signal) {
        int[] pixels = IntStream.range(top, bottom).flatMap(r -> IntStream.range(left, right).map(c -> r * COLUMNS + c)).toArray();
        int n = pixels.length;
        double[] fromUpper = Arrays.stream(pixels).mapToDouble(p -> p / COLUMNS + 1.0).toArray();
        double[] fromLower = Arrays.stream(pixels).mapToDouble(p -> 20.0 - p / COLUMNS).toArray();
        boolean[] upper = new boolean[n];
        boolean[] front = new boolean[n];
        double[] signals = new double[n];
        for (int i = 0; i < n; i++) {
            upper[i] = pixels[i] / COLUMNS < 10;
            front[i] = pixels[i] % COLUMNS < 20;
            signals[i] = signal;
        }
        return new LesionPixels(vertebra, pixels, fromUpper, fromLower, upper, front, signals);
    }

    private SliceFinding see(LesionPixels... bodies) {
        return unit.on("1.2.3", List.of(bodies)).orElseThrow();
    }

    @Test
    void anteriorCornerOfTheUpperBodyIsOneQuadrant() {
        SliceFinding finding = see(block(10, 17, 20, 0, 3, 0.4));
        assertEquals(Set.of(Quadrant.UPPER_ANTERIOR), finding.quadrants());
        assertEquals(9, finding.areaMm2(), 1e-9);
        assertEquals(3, finding.depthMm(), 1e-9);
        assertFalse(finding.deep());
        assertFalse(finding.intense());
    }

    @Test
    void lessThanSixSquareMillimetresIsNothing() {
        assertTrue(unit.on("1.2.3", List.of(block(10, 19, 20, 0, 5, 1))).isEmpty());
        assertTrue(unit.on("1.2.3", List.of(block(10, 18, 20, 18, 21, 1))).isEmpty(), "4 in front and 2 behind are not 6");
        assertEquals(1, see(block(10, 18, 20, 0, 3, 1)).quadrants().size());
    }

    @Test
    void bothSidesOfTheDiscFrontAndBackAreFour() {
        SliceFinding finding = see(block(10, 8, 20, 0, 40, 0.85), block(11, 0, 4, 0, 40, 0.85));
        assertEquals(EnumSet.allOf(Quadrant.class), EnumSet.copyOf(finding.quadrants()));
        assertTrue(finding.deep());
        assertTrue(finding.intense());
    }

    @Test
    void depthRunsThroughTheWholeBodyAlongOnePatch() {
        assertFalse(see(block(11, 0, 9, 0, 5, 0.3)).deep());
        assertTrue(see(block(11, 0, 10, 0, 5, 0.3)).deep());
        assertTrue(see(block(11, 0, 13, 0, 5, 0.3)).deep());
        SliceFinding apart = see(block(11, 0, 4, 0, 5, 0.3), block(11, 15, 20, 0, 5, 0.3));
        assertFalse(apart.deep(), "the second lesion belongs to the next unit");
        assertEquals(20, apart.areaMm2(), 1e-9);
    }

    @Test
    void lesionAcrossTheMidBodyLineCountsInBothUnits() {
        LesionPixels across = block(11, 6, 14, 0, 5, 0.3);
        assertEquals(Set.of(Quadrant.LOWER_ANTERIOR), see(across).quadrants());
        SliceFinding next = new UnitTruth(11, 1, 1, COLUMNS, Thresholds.TRUTH).on("1.2.3", List.of(across)).orElseThrow();
        assertEquals(Set.of(Quadrant.UPPER_ANTERIOR), next.quadrants());
    }

    @Test
    void intensityComparesWithTheFluidNearTheUnit() {
        assertFalse(see(block(10, 17, 20, 0, 3, 0.79)).intense());
        assertTrue(see(block(10, 17, 20, 0, 3, 0.80)).intense());
        UnitTruth dim = new UnitTruth(10, 0.7, 1, COLUMNS, Thresholds.TRUTH);
        assertEquals(0.8, dim.on("1.2.3", List.of(block(10, 17, 20, 0, 3, 0.56))).orElseThrow().intensityRatio(), 1e-9);
    }
}
