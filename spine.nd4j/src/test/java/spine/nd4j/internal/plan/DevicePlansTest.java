package spine.nd4j.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import spine.unet.engine.ShapedRun;
import spine.unet.network.UNetConfiguration;

class DevicePlansTest {
    private static final UNetConfiguration SIZE = new UNetConfiguration(1, 2, 2);

    private final List<String> log = new ArrayList<>();
    private RuntimeException failure;
    private final long one = PlanMemoryNeed.of(SIZE, 16, 16).bytes(1);
    /** Two plans for an image of 16 x 16. */
    private final DevicePlans plans = new DevicePlans(2 * one);
    private final DeviceSession first = session("first");
    private final DeviceSession second = session("second");
    private final DeviceSession third = session("third");

    private DeviceSession session(String name) {
        return new DeviceSession(SIZE, (images, rows, columns) -> new ShapedRun() {
            {
                log.add("make " + name + images);
            }

            @Override
            public void run(float[] in, float[] out) {
                if (failure != null) {
                    throw failure;
                }
            }

            @Override
            public void close() {
                log.add("close " + name + images);
            }
        }, plans, () -> log.add("end " + name));
    }

    private void run(DeviceSession session, int images) {
        session.run(images, 16, 16, new float[images * 256], new float[images * 512]);
    }

    @Test
    void plansStayWithinTheMemoryAndTheOneUsedLongestAgoGoes() {
        run(first, 1);
        run(second, 1);
        run(first, 1);
        run(third, 1);
        assertEquals(List.of("make first1", "make second1", "close second1", "make third1"), log);
        log.clear();
        run(second, 2);
        assertEquals(List.of("close first1", "close third1", "make second2"), log);
    }

    @Test
    void afterAFailureTheMemoryOfAllIsFree() {
        run(first, 1);
        run(second, 1);
        log.clear();
        failure = new IllegalStateException("Allocation failed: [[DEVICE] allocation failed; Error code: [2]]");
        assertSame(failure, assertThrows(IllegalStateException.class, () -> run(second, 1)));
        assertEquals(List.of("close first1", "close second1"), log);
        failure = null;
        run(second, 1);
        assertEquals("make second1", log.get(2));
    }

    @Test
    void aClosedSessionTakesItsPlansAlong() {
        run(first, 1);
        run(second, 1);
        first.close();
        first.close();
        assertEquals(List.of("make first1", "make second1", "close first1", "end first"), log);
        assertThrows(IllegalStateException.class, () -> run(first, 1));
        run(third, 1);
        run(second, 1);
        assertEquals(List.of("make first1", "make second1", "close first1", "end first", "make third1"), log);
    }
}
