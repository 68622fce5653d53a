package spine.pipeline.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import spine.api.score.ScoreInterval;

class ConformalBoundsTest {

    @Test
    void roundsOutwardsAndStaysAboveZero() {
        assertEquals(new ScoreInterval(6, 19), ConformalBounds.interval(9, 16, 0.5, 12));
        assertEquals(new ScoreInterval(0, 3), ConformalBounds.interval(0, 1, 1, 0));
    }

    @Test
    void containsTheTotalThatIsShown() {
        ScoreInterval narrow = ConformalBounds.interval(20, 30, -1, 20);
        assertTrue(narrow.contains(20));
        assertTrue(narrow.upper() < 30);
    }

    @Test
    void nonconformityIsTheLeastMarginThatCovers() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double strict = random.nextInt(50);
            double lenient = strict + random.nextInt(40);
            double truth = random.nextInt(100);
            double least = ConformalBounds.nonconformity(strict, lenient, truth);
            assertTrue(ConformalBounds.interval(strict, lenient, least + 1e-6, strict).contains(truth));
            double beyond = truth < strict ? strict : lenient;
            assertFalse(truth != Math.rint((strict + lenient) / 2) && (truth < strict - 1 || truth > lenient + 1)
                    && ConformalBounds.interval(strict, lenient, least - 1e-6, beyond).contains(truth));
        }
    }

    @Test
    void quantileHasTheRankOfFiniteSamples() {
        double[] scores = {5, 1, 4, 2, 3, 9, 8, 7, 6};
        assertEquals(9, ConformalBounds.quantile(scores, 0.9));
        assertEquals(5, ConformalBounds.quantile(scores, 0.5));
        assertThrows(IllegalArgumentException.class, () -> ConformalBounds.quantile(scores, 0.95));
    }
}
