package spine.tck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What names, versions and sentences look like. */
final class Words {
    private static final String VERSION = "\\d+(\\.\\d+(\\.\\d+(\\.[0-9A-Za-z_-]+)?)?)?";

    private Words() {
    }

    static void assertVersion(String version, String what) {
        assertTrue(version != null && version.matches(VERSION), what + " is no OSGi version: " + version);
    }

    /** Lower case, so that it can be typed and be a key. */
    static void assertIdentity(String word, String what) {
        assertTrue(word != null && word.matches("[a-z][a-z0-9._-]*"), what + " is not lower case without spaces: " + word);
    }

    /** One line for a person. */
    static void assertSentence(String sentence, String what) {
        assertNotNull(sentence, what + " is missing");
        assertTrue(sentence.strip().length() > 10 && sentence.indexOf('\n') < 0, what + " is not one sentence: " + sentence);
        assertFalse(sentence.contains("Exception"), what + " speaks of exceptions to a person: " + sentence);
    }
}
