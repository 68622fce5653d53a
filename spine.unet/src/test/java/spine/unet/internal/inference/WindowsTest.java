package spine.unet.internal.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import spine.api.image.PixelBox;
import spine.unet.network.UNetConfiguration;

class WindowsTest {
    private static final int MARGIN = 24;
    private static final int ROWS = 350;
    private static final int COLUMNS = 207;

    @Test
    void aWholeSliceStaysWhole() {
        PixelBox whole = new PixelBox(0, 0, ROWS, COLUMNS);
        assertEquals(List.of(whole, PixelBox.NONE), Windows.around(List.of(whole, PixelBox.NONE), MARGIN, ROWS, COLUMNS));
    }

    @Test
    void partsHaveTheirMarginLieOnTheGridAndHaveTwoShapes() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<PixelBox> wanted = new ArrayList<>();
            for (int slice = 0; slice < 12; slice++) {
                int top = random.nextInt(ROWS);
                int left = random.nextInt(COLUMNS);
                wanted.add(slice % 5 == 0 ? PixelBox.NONE
                        : new PixelBox(top, left, 1 + random.nextInt(ROWS - top), 1 + random.nextInt(COLUMNS - left)));
            }
            List<PixelBox> windows = Windows.around(wanted, MARGIN, ROWS, COLUMNS);
            for (int slice = 0; slice < wanted.size(); slice++) {
                if (wanted.get(slice).isEmpty()) {
                    assertTrue(windows.get(slice).isEmpty());
                } else {
                    check(wanted.get(slice), windows.get(slice));
                }
            }
            assertTrue(windows.stream().filter(window -> !window.isEmpty()).map(window -> tile(window.rows()) + "x"
                    + tile(window.columns()))
                    .distinct().count() <= 2);
        }
    }

    private static int tile(int length) {
        return (length + UNetConfiguration.GRID - 1) / UNetConfiguration.GRID;
    }

    private static void check(PixelBox wanted, PixelBox window) {
        assertEquals(0, window.top() % UNetConfiguration.GRID);
        assertEquals(0, window.left() % UNetConfiguration.GRID);
        assertTrue(window.top() <= Math.max(0, wanted.top() - MARGIN), window + " for " + wanted);
        assertTrue(window.left() <= Math.max(0, wanted.left() - MARGIN), window + " for " + wanted);
        assertTrue(window.top() + window.rows() >= Math.min(ROWS, wanted.top() + wanted.rows() + MARGIN), window + " for " + wanted);
        assertTrue(window.left() + window.columns() >= Math.min(COLUMNS, wanted.left() + wanted.columns() + MARGIN),
                window + " for " + wanted);
        assertTrue(window.top() + window.rows() <= ROWS && window.left() + window.columns() <= COLUMNS, window.toString());
    }
}
