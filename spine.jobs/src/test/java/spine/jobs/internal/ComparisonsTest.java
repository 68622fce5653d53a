package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.Job;
import spine.api.job.JobState;
import spine.jobs.internal.store.DatabaseAddress;

class ComparisonsTest {
    private final SampleTimeline timeline = new SampleTimeline();

    @TempDir
    private Path home;

    @Test
    void aResultIsComparedWhenItIsInPlace() throws Exception {
        try (SampleQueue queue = open(true)) {
            score(queue, "1.1");
            score(queue, "1.2");
            await("[1.1 1 SAME_FOLDER, 1.2 1 SAME_FOLDER]");
            Optional<Path> folder = SampleQueue.await(() -> queue.queue.archive().comparison("1.2"), Optional::isPresent);
            assertEquals("[1.1, 1.2]", Files.readString(folder.get().resolve("comparison.html")));
            assertEquals(Optional.empty(), queue.queue.archive().comparison("1.1"));
            assertEquals(Optional.empty(), queue.queue.archive().comparison("../results"));
            SampleQueue.await(() -> queue.queue.archive().comparisonDoubts("1.2"), List.of("a doubt")::equals);
            assertEquals(List.of(), queue.queue.archive().comparisonDoubts("1.1"));
        }
    }

    /** Nobody waits for a comparison: neither the next study nor who stops the platform, but for some seconds. */
    @Test
    void scoringDoesNotWait() throws Exception {
        timeline.gate = new CountDownLatch(1);
        try (SampleQueue queue = open(true)) {
            for (String study : List.of("1.1", "1.2", "1.3")) {
                score(queue, study);
            }
            assertEquals(1, timeline.added.size());
            timeline.gate.countDown();
            await("[1.1 1 SAME_FOLDER, 1.2 1 SAME_FOLDER, 1.3 1 SAME_FOLDER]");
        }
    }

    @Test
    void whatALostProcessDidNotCompareIsMadeUpFor() throws Exception {
        try (SampleQueue queue = open(false)) {
            score(queue, "1.1");
            score(queue, "1.2");
            assertEquals(List.of(), timeline.added, "it is switched off");
        }
        try (SampleQueue queue = open(true)) {
            await("[1.1 1 SAME_FOLDER, 1.2 1 SAME_FOLDER]");
            assertTrue(SampleQueue.await(() -> queue.queue.archive().comparison("1.2"), Optional::isPresent).isPresent());
        }
    }

    @Test
    void aFailureIsOfNoConcernToTheJob() throws Exception {
        timeline.failure = new IOException("No space left on device");
        try (SampleQueue queue = open(true)) {
            score(queue, "1.1");
            await("[1.1 1 SAME_FOLDER]");
            timeline.failure = null;
            assertEquals(JobState.DONE, score(queue, "1.2").state());
            await("[1.1 1 SAME_FOLDER, 1.2 1 SAME_FOLDER]");
        }
    }

    @Test
    void whatIsForgottenTakesItsComparisonAlong() throws Exception {
        try (SampleQueue queue = open(true)) {
            score(queue, "1.1");
            score(queue, "1.2");
            Path comparison = SampleQueue.await(() -> queue.queue.archive().comparison("1.2"), Optional::isPresent).get();
            Path leftover = Files.createDirectories(comparison.resolveSibling(".1.1.part-01234567-89ab-cdef-0123-456789abcdef"));
            queue.makeOlder(40);
            queue.retain(0, 30);
            assertFalse(Files.exists(comparison));
            assertTrue(Files.exists(leftover));
        }
        try (SampleQueue queue = open(true)) {
            SampleQueue.await(() -> timeline.known, Set::isEmpty);
            assertFalse(Files.exists(queue.paths.results().resolve("comparisons/.1.1.part-01234567-89ab-cdef-0123-456789abcdef")));
        }
    }

    private SampleQueue open(boolean compare) throws IOException {
        SampleQueue queue = new SampleQueue(DatabaseAddress.folder(home.resolve("jobs")), home, SampleQueue.RULES);
        queue.queue.compare(() -> Optional.of(timeline), compare);
        return queue.score();
    }

    private static Job score(SampleQueue queue, String study) throws Exception {
        queue.store(study, 1, 1);
        return queue.await(queue.complete(study).id(), JobState.DONE);
    }

    private void await(String added) throws Exception {
        // The look at all results when the platform starts may see one that has just come.
        SampleQueue.await(() -> new TreeSet<>(timeline.added).toString(), added::equals);
    }
}
