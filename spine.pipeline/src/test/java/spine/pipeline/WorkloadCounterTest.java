package spine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WorkloadCounterTest {

    @Test
    void aStudyWaitsThenRunsThenIsGone() {
        WorkloadCounter count = new WorkloadCounter();
        try (WorkloadCounter.Place first = count.enter(); WorkloadCounter.Place second = count.enter()) {
            first.begin();
            assertEquals(1, count.running());
            assertEquals(1, count.waiting());
            second.begin();
            assertEquals(2, count.running());
        }
        assertEquals(0, count.running() + count.waiting());
        try (WorkloadCounter.Place givesUp = count.enter()) {
            assertEquals(1, count.waiting());
        }
        assertEquals(0, count.waiting());
    }
}
