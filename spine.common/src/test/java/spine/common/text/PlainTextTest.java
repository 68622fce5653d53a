package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void whatATerminalShowsStays() {
        String text = "K\u00f6pfe, \u65e5\u672c, \ud83d\ude00, soft\u00adhyphen: {\"a\\n\": 1}";
        assertEquals(text, PlainText.line(text));
        assertEquals("a\tb\nc", PlainText.lines("a\tb\nc"));
    }

    /** Colours, titles, the cursor, a bell, lines that look like those of spine, names that read backwards. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "\u001b]0;title\u0007", "\u009b2J", "a\rspine: done", "a\nspine: done", "a\u0085b",
        "a\u2028b", "\u202egpj.exe", "\u2066x\u2069", "\u200fx", "\u0000", "\u007f\b\b"})
    void nothingReachesTheTerminalThatItWouldObey(String text) {
        String line = PlainText.line(text);
        assertTrue(line.contains("\\u"), line);
        assertTrue(line.chars().noneMatch(c -> c < ' ' || c >= 0x7f && c <= 0xa0 || c >= 0x2028 && c <= 0x202e), line);
    }

    @Test
    void noControlCharacterIsForgotten() {
        IntStream.rangeClosed(0, 0xffff).filter(Character::isISOControl).forEach(c -> {
            String text = "a" + (char) c;
            assertEquals(String.format("a\\u%04x", c), PlainText.line(text));
            assertEquals(c == '\n' || c == '\t', PlainText.lines(text).equals(text));
        });
        assertFalse(PlainText.line("\u202a").contains("\u202a"));
    }

    @Test
    void anExcerptIsCutBetweenCharacters() {
        assertEquals("x".repeat(197) + "...", PlainText.excerpt("x".repeat(1000)));
        assertEquals("abc...", PlainText.excerpt("abcdefg", 6));
        assertEquals("ab...", PlainText.excerpt("ab\ud83e\uddb4defg", 6));
        assertEquals("abcdef", PlainText.excerpt("abcdef", 6));
        assertEquals("\\u001b[2J...", PlainText.excerpt("\u001b[2Jabcd", 7));
    }
}
