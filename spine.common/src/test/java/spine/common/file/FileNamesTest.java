package spine.common.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e9", "\u65e5", "\ud83d\ude00"})
    void aLongNameKeepsItsEnds(String character) {
        for (int length = 1; length <= 300; length++) {
            String name = "a" + character.repeat(length) + ".jar";
            String shortened = FileNames.shortened(name, 100);
            int bytes = shortened.getBytes(StandardCharsets.UTF_8).length;
            assertTrue(bytes <= 100 && bytes >= Math.min(90, name.getBytes(StandardCharsets.UTF_8).length), name);
            assertTrue(shortened.startsWith("a" + character) && shortened.endsWith(".jar"));
            assertEquals(shortened, new String(shortened.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "half a character");
        }
        assertNotEquals(FileNames.shortened("a".repeat(200) + "b" + "a".repeat(200), 100), FileNames.shortened("a".repeat(401), 100));
        assertTrue(FileNames.fits("x".repeat(255)));
        assertFalse(FileNames.fits("\u00e9".repeat(128)));
    }
}
