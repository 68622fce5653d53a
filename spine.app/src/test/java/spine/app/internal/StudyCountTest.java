package spine.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StudyCountTest {

    @Test
    void aStudyWaitsThenRunsThenIsGone() {
        StudyCount count = new StudyCount();
        try (StudyCount.Place first = count.enter(); StudyCount.Place second = count.enter()) {
            first.begin();
            assertEquals(1, count.running());
            assertEquals(1, count.waiting());
            second.begin();
            assertEquals(2, count.running());
        }
        assertEquals(0, count.running() + count.waiting());
        try (StudyCount.Place givesUp = count.enter()) {
            assertEquals(1, count.waiting());
        }
        assertEquals(0, count.waiting());
    }
}
