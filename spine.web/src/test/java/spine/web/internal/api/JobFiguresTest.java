package spine.web.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import spine.api.job.Job;
import spine.api.job.JobEvent;
import spine.api.job.JobState;

class JobFiguresTest {
    private static final Instant BEGIN = Instant.parse("2026-05-01T10:00:00Z");
    private final JobFigures figures = new JobFigures();

    @Test
    void timeOfStatesAndSteps() {
        note(1, JobState.RECEIVED, 10, "", 0);
        note(1, JobState.RECEIVED, 29, "", 4);
        note(1, JobState.RECEIVED, 28, "", 4);
        note(1, JobState.RECEIVED, 30, "", 5);
        note(1, JobState.WAITING, 30, "", 60);
        note(1, JobState.RUNNING, 30, "reading", 70);
        note(1, JobState.RUNNING, 30, "slice 1 of 20", 72);
        note(1, JobState.RUNNING, 30, "slice 2 of 20", 73);
        note(1, JobState.DONE, 30, "", 80);
        assertEquals(30, figures.images());
        assertEquals(new JobFigures.Total(1, Duration.ofSeconds(10)), figures.states().get("waiting"));
        assertEquals(new JobFigures.Total(1, Duration.ofSeconds(2)), figures.steps().get("reading"));
        assertEquals(new JobFigures.Total(1, Duration.ofSeconds(8)), figures.steps().get("slice N of N"));
    }

    @Test
    void stepsWithoutEndAreFewSeries() {
        for (int i = 0; i < 1000; i++) {
            note(1, JobState.RUNNING, 1, "step " + "x".repeat(i + 1), i);
        }
        assertTrue(figures.steps().size() <= JobFigures.MOST_STEPS + 1, figures.steps().keySet().toString());
        assertTrue(figures.steps().get("other").count() > 900);
    }

    private void note(long id, JobState state, int images, String step, long second) {
        Instant now = BEGIN.plusSeconds(second);
        Job job = new Job(id, "1.2.3", 1, OptionalLong.empty(), false, state, 0, images, "", "TEST", BEGIN, now, 0, "", "");
        figures.note(new JobEvent(job, step), now);
    }
}
