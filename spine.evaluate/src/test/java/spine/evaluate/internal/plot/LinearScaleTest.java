package spine.evaluate.internal.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinearScaleTest {

    @Test
    void marksAreRoundAndCoverTheValues() {
        LinearScale scale = LinearScale.around(0, 51, 100, 400);
        assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0), scale.marks());
        assertEquals(100, scale.at(0));
        assertEquals(400, scale.at(60));
        assertEquals(250, scale.at(30));
    }

    @Test
    void negativeValuesAndUpwardAxes() {
        LinearScale scale = LinearScale.around(-13, 13, 300, 0);
        assertEquals(List.of(-15.0, -10.0, -5.0, 0.0, 5.0, 10.0, 15.0), scale.marks());
        assertEquals(150, scale.at(0), 1e-9);
        assertTrue(scale.at(10) < scale.at(-10));
    }

    @Test
    void nothingToShowStillMakesAnAxis() {
        LinearScale scale = LinearScale.around(0, 0, 0, 100);
        assertTrue(scale.high() > scale.low());
        assertTrue(scale.marks().size() >= 2, scale.marks().toString());
    }
}
