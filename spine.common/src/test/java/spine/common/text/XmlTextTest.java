package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class XmlTextTest {

    @Test
    void whatHasAMeaningIsEscaped() {
        assertEquals("&lt;a b=&quot;c&quot;&gt; &amp; it&#39;s", XmlText.escape("<a b=\"c\"> & it's"));
    }

    @Test
    void whatTurnsTheTextBehindItIsWrittenByItsNumber() {
        assertEquals("a\\u202egpj.exe \\u2066x\\u2069", XmlText.escape("a\u202egpj.exe \u2066x\u2069"));
        assertEquals("\u05d0\u200f 5", XmlText.escape("\u05d0\u200f 5"));
    }

    @Test
    void controlCharactersBecomeSpaces() {
        assertEquals("a b\tc\nd", XmlText.escape("a\u0001b\tc\nd"));
    }
}
