package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DecimalsTest {

    @Test
    void fixedKeepsItsZeros() {
        assertEquals("12.30", Decimals.fixed(12.3, 2, "-"));
        assertEquals("0.00", Decimals.fixed(-0.001, 2, "-"));
        assertEquals("-", Decimals.fixed(Double.NaN, 2, "-"));
    }

    @Test
    void atMostDropsThem() {
        assertEquals("12.3", Decimals.atMost(12.345, 1, ""));
        assertEquals("0", Decimals.atMost(-0.01, 1, ""));
        assertEquals("0.5", Decimals.atMost(0.5, 3, ""));
        assertEquals("1000000", Decimals.atMost(1e6, 2, ""));
        assertEquals("", Decimals.atMost(Double.POSITIVE_INFINITY, 1, ""));
    }

    @Test
    void aNumberBesidesALimitIsSeenOnItsSide() {
        assertEquals("0.07", Decimals.besides(0.0712, 0.11, 2));
        assertEquals("0.1098", Decimals.besides(0.1098, 0.11, 2));
        assertEquals("0.11", Decimals.besides(0.1104, 0.11, 2));
        assertEquals("0.11", Decimals.besides(0.11, 0.11, 2));
        assertEquals("0.1123", Decimals.besides(0.1123, 0.1123, 2));
    }

    @Test
    void halvesGoAwayFromZero() {
        assertEquals("0.13", Decimals.fixed(0.125, 2, ""));
        assertEquals("-0.13", Decimals.atMost(-0.125, 2, ""));
    }
}
