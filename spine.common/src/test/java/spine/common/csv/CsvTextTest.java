package spine.common.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void awkwardFieldsAreQuoted() {
        assertEquals("a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\"\n",
                new CsvText(2).line(List.of("a", "b,c", "say \"no\"", "two\nlines")).toString());
    }

    @Test
    void numbersAreRoundedAndUnknownOnesLeftEmpty() {
        assertEquals("x,0.33,7,-2.5,,\n", new CsvText(2).line("x", 1 / 3.0, 7L, -2.5, Double.NaN, "").toString());
    }

    @Test
    void everyLineEndsWithALineFeed() {
        assertEquals("a,b\n1,2\n", new CsvText(0).line("a", "b").line(1, 2).toString());
    }
}
