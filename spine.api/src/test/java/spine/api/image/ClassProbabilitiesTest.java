package spine.api.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassProbabilitiesTest {
    private final ClassProbabilities maps = new ClassProbabilities(List.of("background", "disc"),
            new byte[][][] {{{(byte) 200, 100, 127}}, {{55, (byte) 155, 127}}});

    @Test
    void valuesAreUnsigned() {
        assertEquals(200 / 255f, maps.at(0, 0, 0));
        assertEquals(155 / 255f, maps.at(maps.indexOf("disc"), 0, 1));
    }

    @Test
    void mostProbableClassWinsAndTheLowerIndexWinsATie() {
        assertArrayEquals(new byte[] {0, 1, 0}, maps.mostProbable().labels()[0]);
    }

    @Test
    void unknownClassIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> maps.indexOf("rib"));
    }
}
