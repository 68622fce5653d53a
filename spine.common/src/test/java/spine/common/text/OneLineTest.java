package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void whatAPersonWroteStays() {
        assertEquals("K\u00f6ln 3, 'a'", OneLine.of("K\u00f6ln 3, 'a'"));
        assertEquals("\ud83e\uddb4", OneLine.of("\ud83e\uddb4"));
    }

    @Test
    void whatATerminalWouldObeyIsReplaced() {
        assertEquals("a?[2Jb????c?", OneLine.of("a\u001b[2Jb\r\n\u009b\u202ec\ud800"));
    }

    @Test
    void whatIsLongIsCutBetweenCharacters() {
        assertEquals("x".repeat(197) + "...", OneLine.of("x".repeat(1000)));
        assertEquals("abc...", OneLine.of("abcdefg", 6));
        assertEquals("ab...", OneLine.of("ab\ud83e\uddb4defg", 6));
        assertEquals("abcdef", OneLine.of("abcdef", 6));
    }
}
