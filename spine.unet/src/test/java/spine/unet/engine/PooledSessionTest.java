package spine.unet.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PooledSessionTest {
    private final List<String> made = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private final PooledSession session = new PooledSession(1, 2, this::make, 1, () -> closed.add("session"));

    private ShapedRun make(int images, int rows, int columns) {
        String name = rows + "x" + columns;
        made.add(name);
        return new ShapedRun() {
            @Override
            public void run(float[] in, float[] out) {
                out[0] = in[0];
            }

            @Override
            public void close() {
                closed.add(name);
            }
        };
    }

    private void run(int rows, int columns) {
        session.run(1, rows, columns, new float[rows * columns], new float[2 * rows * columns]);
    }

    @Test
    void threeShapesAreKeptForEveryRunAtTheSameTime() {
        for (int round = 0; round < 3; round++) {
            run(32, 16);
            run(16, 16);
            run(64, 16);
        }
        assertEquals(List.of("32x16", "16x16", "64x16"), made);
        run(48, 16);
        assertEquals(List.of("32x16"), closed, "what was used longest ago goes");
        session.close();
        assertEquals(List.of("32x16", "48x16", "64x16", "16x16", "session"), closed);
        assertThrows(IllegalStateException.class, () -> run(16, 16));
    }

    @Test
    void imagesThatANetworkCannotReadAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> run(20, 16));
        assertThrows(IllegalArgumentException.class, () -> session.run(1, 16, 16, new float[1], new float[512]));
        assertEquals(List.of(), made);
    }
}
