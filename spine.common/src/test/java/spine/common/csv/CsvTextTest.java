package spine.common.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTextTest {

    @Test
    void awkwardFieldsAreQuoted() {
        assertEquals("a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\"\n",
                new CsvText(2).line(List.of("a", "b,c", "say \"no\"", "two\nlines")).toString());
    }

    /** DDE, functions, links, and what is skipped before them, also as wide characters. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "=cmd|' /C calc'!A0", "+1+2", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\uff1d1",
        "-", "--", "+", "=", "-1e5x", "-\u0661", "=HYPERLINK(\"http://x\",\"y\")"})
    void aTextIsNoFormula(String raw) {
        String text = CsvText.text(raw);
        assertEquals(raw.equals("-") ? "-" : "'" + raw, text);
        assertEquals(text, CsvText.text(text), "again");
        assertEquals("\"" + text.replace("\"", "\"\"") + "\"", quoted(new CsvText(0).line("a", raw, 1).toString().substring(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2.5", "+7", "-1e-5", "1.2.840", "", "a=b", "a-b", " =1", "'=1"})
    void whatIsNoneStays(String raw) {
        assertEquals(raw, CsvText.text(raw));
    }

    private static String quoted(String rest) {
        String field = rest.substring(0, rest.length() - ",1\n".length());
        return field.startsWith("\"") ? field : "\"" + field + "\"";
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
