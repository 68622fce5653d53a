package spine.common.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogColumnsTest {

    @Test
    void whateverStandsInAColumnItIsOneLineWithAllColumns() {
        assertEquals("a\t-\t-\tb", LogColumns.line(10, "a", "", " \t", "b"));
        assertEquals("x y\tx y\tx y\tx y\tx y", LogColumns.line(10, "x\ny", "x\ty", "x\u2028y", "x\u202ey", "x\u001by"));
    }

    @Test
    void longColumnsAreCut() {
        assertEquals("0123456789\t0123456789...", LogColumns.line(10, "0123456789", "0123456789a"));
    }
}
