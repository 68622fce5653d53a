package spine.report.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RoundedNumberTest {

    @Test
    void numbersAreRoundedWithoutExponent() {
        assertEquals("12.3", RoundedNumber.of(12.345, 1).toString());
        assertEquals("0", RoundedNumber.of(-0.01, 1).toString());
        assertEquals("1000000", RoundedNumber.of(1e6, 2).toString());
        assertEquals("0.5", RoundedNumber.of(0.5, 3).toString());
    }

    /** An index may give any finite number. */
    @Test
    void hugeNumbersAreWritten() {
        assertEquals("9007199254740991", RoundedNumber.of(0x1p53 - 1, 1).toString());
        assertEquals("1.0E300", RoundedNumber.of(1e300, 1).toString());
        assertEquals("-1.0E19", RoundedNumber.of(-1e19, 0).toString());
    }

    @Test
    void whatIsNotFiniteIsNull() {
        assertEquals("null", RoundedNumber.of(Double.NaN, 1).toString());
    }
}
