package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.intake.StoredObject.Kind;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.jobs.internal.store.DatabaseAddress;

/** What does not fit together when the platform starts, and what is removed on purpose. */
class SpoolRepairTest {
    private static final String STUDY = "1.2.3";

    @TempDir
    Path home;

    private SampleQueue open(QueueRules rules) throws Exception {
        return new SampleQueue(DatabaseAddress.folder(home.resolve("jobs")), home, rules);
    }

    private Path spool(String name) {
        return home.resolve("spool").resolve(STUDY).resolve(name);
    }

    @Test
    void whatAProcessLeftBetweenFileAndRowIsMended() throws Exception {
        try (SampleQueue queue = open(SampleQueue.RULES)) {
            queue.store(STUDY, 1, 1);
        }
        // Renamed and not committed: a new image, and another content of the one that is there. Not renamed: a hidden file.
        Files.copy(SampleObjects.image(STUDY, 2, 2), spool("1.2.3.2.dcm"));
        Files.copy(SampleObjects.image(STUDY, 1, 7), spool("1.2.3.1-0123456789abcdef.dcm"));
        Files.writeString(spool("notes.txt"), "no DICOM");
        Files.copy(SampleObjects.image(STUDY, 3, 3), home.resolve("spool").resolve(".4711.part"));
        try (SampleQueue queue = open(SampleQueue.RULES).score()) {
            assertEquals(List.of(spool("1.2.3.1.dcm"), spool("1.2.3.2.dcm")), queue.queue.archive().received(STUDY));
            assertFalse(Files.exists(spool("1.2.3.1-0123456789abcdef.dcm")));
            assertFalse(Files.exists(home.resolve("spool").resolve(".4711.part")));
            assertTrue(Files.exists(spool("notes.txt")), "what spine has not written is not its to remove");
            assertEquals(2, queue.await(queue.complete(STUDY).id(), JobState.DONE).images());
        }
    }

    @Test
    void aJobWhoseFilesAreGoneNeedsAttentionUntilTheyAreSentAgain() throws Exception {
        try (SampleQueue queue = open(SampleQueue.RULES)) {
            queue.store(STUDY, 1, 1);
            queue.complete(STUDY);
        }
        Files.delete(spool("1.2.3.1.dcm"));
        try (SampleQueue queue = open(SampleQueue.RULES).score()) {
            long id = queue.jobs(STUDY).get(0).id();
            assertEquals("1 of the 1 images of study 1.2.3 are not in the spool any more; they can be sent again.",
                    queue.await(id, JobState.NEEDS_ATTENTION).reason());
            assertEquals(Kind.REPEATED, queue.store(STUDY, 1, 1));
            queue.queue.jobs().retry(id);
            queue.await(id, JobState.DONE);
        }
    }

    @Test
    void aStudyThatIsQuietIsComplete() throws Exception {
        QueueRules rules = SampleQueue.RULES;
        try (SampleQueue queue = open(new QueueRules(1, rules.scoring(), rules.bounds(), 0, rules.silentMillis(), rules.retries(), 0, 0))) {
            queue.score();
            queue.store(STUDY, 1, 1);
            queue.await(queue.jobs(STUDY).get(0).id(), JobState.DONE);
        }
    }

    @Test
    void aStudyThatEndsItsProcessEachTimeNeedsAttention() throws Exception {
        long id;
        try (SampleQueue queue = open(SampleQueue.RULES)) {
            queue.store(STUDY, 1, 1);
            id = queue.complete(STUDY).id();
        }
        for (int lost = 1; lost <= 3; lost++) {
            try (SampleQueue queue = open(SampleQueue.RULES)) {
                assertEquals(JobState.WAITING, queue.queue.jobs().find(id).orElseThrow().state());
                queue.beginAndForget();
            }
        }
        try (SampleQueue queue = open(SampleQueue.RULES).score()) {
            Job job = queue.queue.jobs().find(id).orElseThrow();
            assertEquals(JobState.NEEDS_ATTENTION, job.state());
            assertEquals("Study 1.2.3 was begun 3 times, and each time the process ended that scored it.", job.reason());
            queue.queue.jobs().retry(id);
            queue.await(id, JobState.DONE);
        }
    }

    @Test
    void imagesAndThenStudiesAreRemovedWhenTheirTimeHasCome() throws Exception {
        try (SampleQueue queue = open(SampleQueue.RULES).score()) {
            queue.store(STUDY, 1, 1);
            long id = queue.await(queue.complete(STUDY).id(), JobState.DONE).id();
            queue.store("1.2.4", 1, 1);
            queue.retain(30, 0);
            assertEquals(1, queue.queue.archive().received(STUDY).size(), "it is not that old");
            queue.makeOlder(31);
            queue.retain(30, 0);
            assertEquals(List.of("1.2.4"), queue.queue.archive().studies(), "of the other nothing has ended");
            assertFalse(Files.exists(spool("1.2.3.1.dcm")));
            assertTrue(queue.queue.archive().result(STUDY).isPresent());
            assertEquals(Kind.REPEATED, queue.store(STUDY, 1, 1));
            assertTrue(Files.exists(spool("1.2.3.1.dcm")), "it was acknowledged, so it is kept");
            assertEquals(1, queue.jobs(STUDY).size());
            queue.retain(30, 30);
            assertEquals(List.of("1.2.4"), queue.queue.archive().studies());
            assertTrue(queue.queue.archive().result(STUDY).isEmpty());
            assertFalse(Files.exists(home.resolve("results").resolve(STUDY)));
            assertThrows(JobStateException.class, () -> queue.queue.jobs().retry(id));
            assertEquals(Kind.NEW, queue.store(STUDY, 1, 1));
        }
    }

    /** What a person has made of a result is not lost. */
    @Test
    void aResultThatWasChangedByHandIsKeptBeside() throws Exception {
        try (SampleQueue queue = open(SampleQueue.RULES).score()) {
            queue.store(STUDY, 1, 1);
            queue.await(queue.complete(STUDY).id(), JobState.DONE);
            Path result = queue.queue.archive().result(STUDY).orElseThrow();
            Files.writeString(result.resolve("remarks.txt"), "mine");
            queue.scoring.changedByHand = true;
            queue.store(STUDY, 2, 2);
            queue.await(queue.complete(STUDY).id(), JobState.DONE);
            assertFalse(Files.exists(result.resolve("remarks.txt")));
            assertEquals("mine", Files.readString(result.resolveSibling(STUDY + ".kept-1").resolve("remarks.txt")));
        }
    }
}
