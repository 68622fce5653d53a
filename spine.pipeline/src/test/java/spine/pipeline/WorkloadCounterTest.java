package spine.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import spine.api.service.StudyJob;

class WorkloadCounterTest {

    @Test
    void aStudyWaitsThenRunsThenIsGone() {
        WorkloadCounter count = new WorkloadCounter();
        try (WorkloadCounter.Place first = count.enter("1.2"); WorkloadCounter.Place second = count.enter("1.3")) {
            first.begin();
            assertEquals(1, count.running());
            assertEquals(1, count.waiting());
            assertEquals(Map.of("1.2", true, "1.3", false),
                    count.jobs().stream().collect(Collectors.toMap(StudyJob::studyInstanceUid, StudyJob::running)));
            second.begin();
            assertEquals(2, count.running());
        }
        assertEquals(0, count.running() + count.waiting() + count.jobs().size());
        try (WorkloadCounter.Place givesUp = count.enter("1.4")) {
            assertEquals(1, count.waiting());
        }
        assertEquals(0, count.waiting());
    }
}
