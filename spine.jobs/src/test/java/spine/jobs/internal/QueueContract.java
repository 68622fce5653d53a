package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.UnusableInputException;
import spine.api.intake.IntakeException;
import spine.api.intake.StoredObject.Kind;
import spine.api.job.Job;
import spine.api.job.JobEvent;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.api.job.Jobs.Subscription;
import spine.api.report.Predecessor;
import spine.api.service.UnavailableException;
import spine.dicom.SopClass;
import spine.jobs.internal.store.DatabaseAddress;

/** From the first image to the result, on whichever database. */
abstract class QueueContract {
    private static final String STUDY = "1.2.3";

    @TempDir
    Path home;
    private DatabaseAddress address;
    private SampleQueue queue;

    /** Of a database that is empty. */
    abstract DatabaseAddress address() throws Exception;

    @BeforeEach
    void open() throws Exception {
        address = address();
        queue = new SampleQueue(address, home, SampleQueue.RULES);
    }

    @AfterEach
    void close() throws IOException {
        queue.scoring.permits.release(100);
        queue.close();
    }

    @Test
    void aStudyThatIsCompleteIsScored() throws Exception {
        queue.score();
        assertEquals(Kind.NEW, queue.store(STUDY, 1, 1));
        assertEquals(Kind.NEW, queue.store(STUDY, 2, 2));
        Job received = queue.jobs(STUDY).get(0);
        assertEquals(JobState.RECEIVED, received.state());
        assertEquals(2, received.images());
        assertEquals("SCANNER@host", received.sender());
        Job waiting = queue.complete(STUDY);
        assertEquals(received.id(), waiting.id());
        Job done = queue.await(received.id(), JobState.DONE);
        assertEquals(1, done.revision());
        assertEquals(64, done.contentDigest().length());
        assertEquals(1, done.attempts());
        Path result = queue.queue.archive().result(STUDY).orElseThrow();
        assertEquals(List.of("1.2.3.1.dcm", "1.2.3.2.dcm"), Files.readAllLines(result.resolve("files.txt")));
        assertEquals(2, queue.queue.archive().received(STUDY).size());
        assertEquals(List.of(STUDY), queue.queue.archive().studies());
        assertEquals(Map.of(JobState.DONE, 1L), queue.queue.jobs().count());
        try (Stream<Path> left = Files.list(queue.paths.results())) {
            assertEquals(List.of(result), left.toList());
        }
    }

    @Test
    void theSameStudyTwiceIsScoredOnce() throws Exception {
        queue.score();
        queue.store(STUDY, 1, 1);
        queue.store(STUDY, 2, 2);
        queue.await(queue.complete(STUDY).id(), JobState.DONE);
        assertEquals(Kind.REPEATED, queue.store(STUDY, 2, 2));
        assertEquals(Kind.REPEATED, queue.store(STUDY, 1, 1));
        assertEquals(Kind.REPEATED, queue.queue.intake().store(SampleObjects.implicit(STUDY, 1, 1), "PACS").kind(), "in another encoding");
        assertEquals(JobState.DONE, queue.complete(STUDY).state());
        assertEquals(1, queue.jobs(STUDY).size());
        assertEquals(List.of(STUDY), queue.scoring.begun);
    }

    @Test
    void aLateImageMakesARevisionThatReplacesTheOneBefore() throws Exception {
        queue.score();
        queue.store(STUDY, 1, 1);
        Job first = queue.await(queue.complete(STUDY).id(), JobState.DONE);
        queue.store(STUDY, 2, 2);
        assertFalse(queue.jobs(STUDY).get(0).replaced(), "it has no result yet");
        Job second = queue.await(queue.complete(STUDY).id(), JobState.DONE);
        assertEquals(2, second.revision());
        assertEquals(OptionalLong.of(first.id()), second.replaces());
        assertEquals(2, second.images());
        assertTrue(queue.jobs(STUDY).get(0).replaced());
        assertEquals(2, Files.readAllLines(queue.queue.archive().result(STUDY).orElseThrow().resolve("files.txt")).size());
        assertThrows(JobStateException.class, () -> queue.queue.jobs().retry(first.id()));
        assertEquals(List.of(Optional.empty(), Optional.of(predecessor(1, 1))), queue.scoring.predecessors);
    }

    @Test
    void aRevisionReplacesTheLatestThatHasAResult() throws Exception {
        queue.score();
        queue.store(STUDY, 1, 1);
        queue.await(queue.complete(STUDY).id(), JobState.DONE);
        queue.scoring.failure = new UnusableInputException("The images show a knee.");
        queue.store(STUDY, 2, 2);
        queue.await(queue.complete(STUDY).id(), JobState.FAILED);
        queue.scoring.failure = null;
        queue.store(STUDY, 3, 3);
        assertEquals(3, queue.await(queue.complete(STUDY).id(), JobState.DONE).revision());
        queue.store(STUDY, 4, 4);
        queue.await(queue.complete(STUDY).id(), JobState.DONE);
        assertEquals(List.of(Optional.empty(), Optional.of(predecessor(1, 1)), Optional.of(predecessor(3, 3))),
                queue.scoring.predecessors);
    }

    /** The result of a revision, by the number of its images, and the report that it had. */
    private static Predecessor predecessor(int revision, int images) {
        return new Predecessor(OptionalInt.of(revision), Optional.of(new Predecessor.Document(SopClass.COMPREHENSIVE_3D_SR_STORAGE,
                SampleObjects.sop(STUDY, 9000 + 10 * images), STUDY + ".0")));
    }

    @Test
    void anImageThatIsSentAgainWithOtherPixelsAndBackMakesNoRevision() throws Exception {
        queue.score();
        queue.store(STUDY, 1, 1);
        Job first = queue.await(queue.complete(STUDY).id(), JobState.DONE);
        assertEquals(Kind.CHANGED, queue.store(STUDY, 1, 7));
        assertEquals(2, queue.jobs(STUDY).size());
        assertEquals(Kind.CHANGED, queue.queue.intake().store(SampleObjects.implicit(STUDY, 1, 9), "PACS").kind());
        assertEquals(Kind.CHANGED, queue.store(STUDY, 1, 1));
        assertEquals(first, queue.complete(STUDY));
        assertEquals(1, queue.jobs(STUDY).size());
        assertEquals(1, queue.queue.archive().received(STUDY).size());
        assertEquals(Kind.CHANGED, queue.store(STUDY, 1, 8));
        assertEquals(2, queue.await(queue.complete(STUDY).id(), JobState.DONE).revision());
    }

    @Test
    void anImageThatComesWhileItsStudyWaitsIsPartOfTheSameJob() throws Exception {
        queue.store(STUDY, 1, 1);
        Job waiting = queue.complete(STUDY);
        assertEquals(JobState.WAITING, waiting.state());
        queue.store(STUDY, 2, 2);
        Job again = queue.jobs(STUDY).get(0);
        assertEquals(JobState.RECEIVED, again.state());
        assertEquals("", again.contentDigest());
        queue.score();
        Job done = queue.await(queue.complete(STUDY).id(), JobState.DONE);
        assertEquals(waiting.id(), done.id());
        assertEquals(2, done.images());
    }

    @Test
    void aRevisionThatRunsIsStoppedByTheNext() throws Exception {
        queue.scoring.permits.drainPermits();
        queue.score();
        queue.store(STUDY, 1, 1);
        long first = queue.complete(STUDY).id();
        queue.await(first, JobState.RUNNING);
        queue.store(STUDY, 2, 2);
        assertEquals(JobState.RUNNING, queue.jobs(STUDY).get(0).state(), "nobody knows yet whether there is more");
        long second = queue.complete(STUDY).id();
        assertEquals("Job " + second + " has a later content of the study.", queue.await(first, JobState.CANCELLED).reason());
        queue.await(second, JobState.RUNNING);
        queue.scoring.permits.release(1);
        queue.await(second, JobState.DONE);
        assertEquals(2, Files.readAllLines(queue.queue.archive().result(STUDY).orElseThrow().resolve("files.txt")).size());
    }

    /** Of an image, the bytes that a job began with may not be those that it ends with. */
    @Test
    void aResultOfImagesThatWereReplacedMeanwhileIsNotKept() throws Exception {
        queue.scoring.permits.drainPermits();
        queue.score();
        queue.store(STUDY, 1, 1);
        long first = queue.complete(STUDY).id();
        SampleQueue.await(() -> queue.scoring.begun, begun -> begun.size() == 1);
        queue.store(STUDY, 1, 9);
        queue.scoring.permits.release(1);
        queue.await(first, JobState.CANCELLED);
        assertTrue(queue.queue.archive().result(STUDY).isEmpty());
        queue.scoring.permits.release(1);
        queue.await(queue.complete(STUDY).id(), JobState.DONE);
    }

    @Test
    void whatSpineHasMadeAndWhatHasNoPixelsStartsNothing() throws Exception {
        assertEquals(Kind.RESULT, queue.queue.intake().store(SampleObjects.report(STUDY, 1), "PACS").kind());
        assertEquals(Kind.NEW, queue.queue.intake().store(SampleObjects.foreignReport(STUDY, 2), "PACS").kind());
        assertTrue(queue.queue.intake().complete(STUDY).isEmpty());
        assertEquals(List.of(), queue.jobs(STUDY));
        assertEquals(2, queue.queue.archive().received(STUDY).size());
        queue.score();
        queue.store(STUDY, 3, 3);
        Job done = queue.await(queue.complete(STUDY).id(), JobState.DONE);
        assertEquals(1, done.images());
        assertEquals(Kind.RESULT, queue.queue.intake().store(SampleObjects.report(STUDY, 4), "PACS").kind());
        assertEquals(done, queue.complete(STUDY));
    }

    @Test
    void theHighestPriorityIsScoredFirstThenTheOldest() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            queue.store(STUDY + "." + i, 1, 1);
            ids.add(queue.complete(STUDY + "." + i).id());
        }
        assertEquals(5, queue.queue.jobs().prioritise(ids.get(2), 5).priority());
        Thread.sleep(50);
        Duration wait = queue.queue.jobs().longestWait().orElseThrow();
        assertTrue(wait.toMillis() >= 50 && wait.toMinutes() < 1, wait.toString());
        queue.score();
        for (long id : ids) {
            queue.await(id, JobState.DONE);
        }
        assertEquals(List.of("1.2.3.3", "1.2.3.1", "1.2.3.2"), queue.scoring.begun);
        assertTrue(queue.queue.jobs().longestWait().isEmpty());
        assertThrows(JobStateException.class, () -> queue.queue.jobs().prioritise(ids.get(0), 1));
    }

    @Test
    void aJobCanBeCancelledAndTriedAgain() throws Exception {
        queue.scoring.permits.drainPermits();
        queue.score();
        queue.store(STUDY, 1, 1);
        long id = queue.complete(STUDY).id();
        queue.await(id, JobState.RUNNING);
        assertEquals(JobState.CANCELLED, queue.queue.jobs().cancel(id).state());
        assertThrows(JobStateException.class, () -> queue.queue.jobs().cancel(id));
        queue.queue.jobs().retry(id);
        SampleQueue.await(() -> queue.scoring.begun.size(), count -> count == 2);
        queue.scoring.permits.release(1);
        assertEquals(2, queue.await(id, JobState.DONE).attempts());
        assertThrows(JobStateException.class, () -> queue.queue.jobs().retry(id));
        assertEquals("There is no job 4711.", assertThrows(JobStateException.class, () -> queue.queue.jobs().cancel(4711)).getMessage());
    }

    @Test
    void aStudyThatIsCancelledWhileItComesIsTriedAgainWithWhatThereIs() throws Exception {
        queue.store(STUDY, 1, 1);
        long id = queue.jobs(STUDY).get(0).id();
        queue.queue.jobs().cancel(id);
        queue.score();
        queue.queue.jobs().retry(id);
        queue.await(id, JobState.DONE);
    }

    @Test
    void whatCannotBeScoredFailsAndWhatAPersonCanMendNeedsAttention() throws Exception {
        queue.scoring.failure = new UnusableInputException("No sagittal STIR series.");
        queue.score();
        queue.store(STUDY, 1, 1);
        assertEquals("No sagittal STIR series.", queue.await(queue.complete(STUDY).id(), JobState.FAILED).reason());
        queue.scoring.failure = new UnavailableException("There is no model.");
        queue.store("1.2.4", 1, 1);
        Job waiting = queue.await(queue.complete("1.2.4").id(), JobState.NEEDS_ATTENTION);
        assertEquals("There is no model.", waiting.reason());
        queue.scoring.failure = null;
        queue.queue.jobs().retry(waiting.id());
        assertEquals("", queue.await(waiting.id(), JobState.DONE).reason());
        assertTrue(queue.queue.archive().result(STUDY).isEmpty());
    }

    /** Those who come at the same time are committed together, and one that is refused takes nobody with it. */
    @Test
    void manySendersAtTheSameTime() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Future<Kind>> answers = new ArrayList<>();
            for (int image = 1; image <= 10; image++) {
                for (int study = 1; study <= 6; study++) {
                    String uid = STUDY + "." + study;
                    int number = image;
                    // Each twice, and the first images of some studies in two contents.
                    answers.add(senders.submit(() -> queue.store(uid, number, number)));
                    answers.add(senders.submit(() -> queue.store(uid, number, number == 1 && uid.endsWith("2") ? 99 : number)));
                }
                answers.add(senders.submit(() -> {
                    assertThrows(IntakeException.class, () -> queue.queue.intake().store(new ByteArrayInputStream(new byte[200]), "X"));
                    return null;
                }));
            }
            List<Kind> kinds = new ArrayList<>();
            for (Future<Kind> answer : answers) {
                kinds.add(answer.get());
            }
            assertEquals(60, Collections.frequency(kinds, Kind.NEW));
            assertEquals(1, Collections.frequency(kinds, Kind.CHANGED));
            // Refused inside of the transaction, beside others that are taken.
            List<Future<Kind>> last = new ArrayList<>();
            for (int study = 1; study <= 8; study++) {
                String uid = STUDY + "." + study;
                last.add(senders.submit(() -> queue.store(uid, 11, 11)));
            }
            for (int study = 1; study <= 8; study++) {
                Future<Kind> answer = last.get(study - 1);
                if (study <= 6) {
                    assertEquals(IntakeException.Reason.TOO_LARGE, ((IntakeException) assertThrows(ExecutionException.class, answer::get)
                            .getCause()).reason());
                } else {
                    assertEquals(Kind.NEW, answer.get());
                }
            }
        } finally {
            senders.shutdownNow();
        }
        for (int study = 1; study <= 6; study++) {
            List<Path> files = queue.queue.archive().received(STUDY + "." + study);
            assertEquals(10, files.size());
            assertEquals(10, queue.jobs(STUDY + "." + study).get(0).images());
            try (Stream<Path> there = Files.list(files.get(0).getParent())) {
                assertEquals(files, there.sorted().toList());
            }
        }
    }

    @Test
    void whatIsNoDicomOrTooMuchIsRefusedAndLeavesNothing() throws Exception {
        assertRefused(IntakeException.Reason.UNUSABLE, "An object is not DICOM", "garbage".getBytes());
        assertRefused(IntakeException.Reason.UNUSABLE, "An object", new byte[0]);
        assertRefused(IntakeException.Reason.TOO_LARGE, "An object is larger", new byte[(1 << 20) + 1]);
        assertRefused(IntakeException.Reason.UNUSABLE, "An object has no StudyInstanceUID",
                SampleObjects.image("../../etc/passwd", 1, 1).readAllBytes());
        byte[] whole = SampleObjects.image(STUDY, 1, 1).readAllBytes();
        assertRefused(IntakeException.Reason.UNUSABLE, "An object", Arrays.copyOf(whole, whole.length - 20));
        for (int i = 1; i <= 10; i++) {
            queue.store(STUDY, i, i);
        }
        assertEquals(IntakeException.Reason.TOO_LARGE, assertThrows(IntakeException.class, () -> queue.store(STUDY, 11, 1)).reason());
        for (int i = 1; i < 10; i++) {
            queue.store(STUDY + "." + i, 1, 1);
        }
        assertEquals(IntakeException.Reason.FULL, assertThrows(IntakeException.class, () -> queue.store("1.2.4", 1, 1)).reason());
        assertEquals(Kind.CHANGED, queue.store(STUDY + ".1", 1, 2), "a study that is there already gets its images");
        try (Stream<Path> files = Files.list(queue.paths.spool())) {
            assertEquals(List.of(), files.filter(file -> file.getFileName().toString().endsWith(".part")).toList());
        }
    }

    private void assertRefused(IntakeException.Reason reason, String sentence, byte[] bytes) throws IOException {
        IntakeException refused = assertThrows(IntakeException.class,
                () -> queue.queue.intake().store(new ByteArrayInputStream(bytes), "X"));
        assertEquals(reason, refused.reason());
        assertTrue(refused.getMessage().startsWith(sentence), refused.getMessage());
        assertFalse(refused.getMessage().contains(home.toString()), refused.getMessage());
        assertEquals(List.of(), queue.queue.archive().studies());
    }

    @Test
    void whoListensHearsOfEveryChange() throws Exception {
        List<JobEvent> heard = new CopyOnWriteArrayList<>();
        try (Subscription subscription = queue.queue.jobs().listen(heard::add)) {
            queue.score();
            queue.store(STUDY, 1, 1);
            queue.await(queue.complete(STUDY).id(), JobState.DONE);
            SampleQueue.await(() -> heard, all -> all.stream().anyMatch(event -> event.job().state() == JobState.DONE));
        }
        assertEquals(List.of(JobState.RECEIVED, JobState.WAITING, JobState.RUNNING, JobState.DONE),
                heard.stream().filter(event -> event.step().isEmpty()).map(event -> event.job().state()).toList());
        assertTrue(heard.stream().anyMatch(event -> event.step().equals("looking at the pictures")));
        int count = heard.size();
        queue.store("1.2.4", 1, 1);
        queue.complete("1.2.4");
        assertEquals(count, heard.size());
    }

    @Test
    void listsGoOnWhereTheyEnded() throws Exception {
        for (int i = 1; i <= 5; i++) {
            queue.store(STUDY + "." + i, 1, 1);
        }
        List<Job> latest = queue.queue.jobs().list(JobQuery.latest(3));
        assertEquals(List.of("1.2.3.5", "1.2.3.4", "1.2.3.3"), latest.stream().map(Job::studyInstanceUid).toList());
        List<Job> rest = queue.queue.jobs().list(new JobQuery(Set.of(JobState.RECEIVED, JobState.DONE),
                Optional.empty(), latest.get(2).id(), 3));
        assertEquals(List.of("1.2.3.2", "1.2.3.1"), rest.stream().map(Job::studyInstanceUid).toList());
    }

    @Test
    void whatWasReceivedIsThereAfterARestart() throws Exception {
        queue.store(STUDY, 1, 1);
        queue.complete(STUDY);
        queue.close();
        queue = new SampleQueue(address, home, SampleQueue.RULES).score();
        queue.await(queue.jobs(STUDY).get(0).id(), JobState.DONE);
    }

    @Test
    void aJobThatWasRunningWhenThePlatformStoppedWaitsAgain() throws Exception {
        queue.scoring.permits.drainPermits();
        queue.score();
        queue.store(STUDY, 1, 1);
        long id = queue.complete(STUDY).id();
        queue.await(id, JobState.RUNNING);
        queue.close();
        queue = new SampleQueue(address, home, SampleQueue.RULES);
        assertEquals(JobState.WAITING, queue.queue.jobs().find(id).orElseThrow().state());
        queue.score();
        queue.await(id, JobState.DONE);
    }
}
