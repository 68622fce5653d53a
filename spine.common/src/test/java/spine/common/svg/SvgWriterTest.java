package spine.common.svg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import spine.common.text.Decimals;

class SvgWriterTest {
    private final SvgWriter svg = new SvgWriter(value -> Decimals.atMost(value, 1, "0"));

    @Test
    void elementsNestAndEmptyOnesCloseThemselves() {
        svg.open("svg").with("width", 20).open("g").open("rect").with("x", 1.25).close().close().element("title", "two").close();
        assertEquals("<svg width=\"20\"><g><rect x=\"1.3\"/></g><title>two</title></svg>", svg.toString());
    }

    @Test
    void textAndAttributesAreEscaped() {
        svg.open("text").with("class", "a\"b").text("1 < 2 & 3").close();
        assertEquals("<text class=\"a&quot;b\">1 &lt; 2 &amp; 3</text>", svg.toString());
    }

    @Test
    void numbersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            svg.open("circle").with("r", 2.5).with("points", svg.number(0.5) + "," + svg.number(1000.5)).close();
        } finally {
            Locale.setDefault(before);
        }
        assertEquals("<circle r=\"2.5\" points=\"0.5,1000.5\"/>", svg.toString());
    }

    @Test
    void linesBreakBetweenElements() {
        svg.open("svg").newLine().open("line").close().newLine().close().newLine();
        assertEquals("<svg>\n<line/>\n</svg>\n", svg.toString());
    }

    @Test
    void attributesComeBeforeContent() {
        svg.open("text").text("words");
        assertThrows(IllegalStateException.class, () -> svg.with("x", 1));
    }
}
