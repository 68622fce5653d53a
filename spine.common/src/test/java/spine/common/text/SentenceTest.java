package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void aFullStopComesWhereThereIsNone() {
        assertEquals("/a/b.dcm is cut off.", Sentence.of("/a/b.dcm is cut off"));
        assertEquals("It is damaged (2 bytes are left).", Sentence.of("It is damaged (2 bytes are left)"));
        assertEquals("It is damaged.", Sentence.of("It is damaged."));
        assertEquals("It is damaged. (study 1, folder /a (copy))", Sentence.of("It is damaged. (study 1, folder /a (copy))"));
        assertEquals("", Sentence.of(""));
    }
}
