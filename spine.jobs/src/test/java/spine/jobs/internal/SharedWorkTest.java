package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.job.Jobs.Subscription;
import spine.jobs.internal.store.DatabaseAddress;

/** Two platforms, each with a home of its own, on one server and with common folders. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class SharedWorkTest {
    private static final String STUDY = "1.2.3";

    @TempDir
    Path folder;
    private SampleQueue one;
    private SampleQueue other;

    @BeforeEach
    void open() throws Exception {
        DatabaseAddress address = DatabaseAddress.server(PostgresServer.get().database(), PostgresServer.USER, PostgresServer.PASSWORD);
        QueueRules rules = SampleQueue.RULES;
        QueueRules impatient = new QueueRules(rules.workers(), rules.scoring(), rules.bounds(), rules.quietMillis(), 3000, rules.retries(),
                0, 0);
        one = new SampleQueue(address, home("one"), impatient);
        other = new SampleQueue(address, home("other"), impatient);
    }

    private Path home(String name) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        for (String common : List.of("spool", "results")) {
            Files.createSymbolicLink(home.resolve(common), Files.createDirectories(folder.resolve("common").resolve(common)));
        }
        return home;
    }

    @AfterEach
    void close() throws Exception {
        for (SampleQueue queue : List.of(one, other)) {
            queue.scoring.permits.release(100);
            queue.close();
        }
    }

    @Test
    void theyShareTheWorkAndEachStudyIsScoredOnce() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            one.store(STUDY + "." + i, 1, 1);
            ids.add(one.complete(STUDY + "." + i).id());
        }
        one.scoring.permits.drainPermits();
        one.score();
        SampleQueue.await(() -> one.scoring.begun.size(), count -> count == 1);
        other.score();
        SampleQueue.await(() -> other.scoring.begun.size(), count -> count == 8);
        one.scoring.permits.release(100);
        for (long id : ids) {
            one.await(id, JobState.DONE);
        }
        assertEquals(1, one.scoring.begun.size());
        assertEquals(8, other.scoring.begun.size());
    }

    @Test
    void whatOneDoesIsHeardAtTheOther() throws Exception {
        List<JobState> heard = new CopyOnWriteArrayList<>();
        try (Subscription subscription = other.queue.jobs().listen(event -> heard.add(event.job().state()))) {
            one.store(STUDY, 1, 1);
            SampleQueue.await(() -> heard, all -> all.contains(JobState.RECEIVED));
            long id = one.complete(STUDY).id();
            SampleQueue.await(() -> heard, all -> all.contains(JobState.WAITING));
            one.queue.jobs().cancel(id);
            SampleQueue.await(() -> heard, all -> all.contains(JobState.CANCELLED));
        }
    }

    @Test
    void whatIsCancelledAtOneIsStoppedAtTheOther() throws Exception {
        other.scoring.permits.drainPermits();
        other.score();
        one.store(STUDY, 1, 1);
        long id = one.complete(STUDY).id();
        one.await(id, JobState.RUNNING);
        one.queue.jobs().cancel(id);
        one.store("1.2.4", 1, 1);
        long next = one.complete("1.2.4").id();
        one.await(next, JobState.RUNNING);
        assertEquals(JobState.CANCELLED, one.queue.jobs().find(id).orElseThrow().state());
    }

    /** A process that says nothing any more, as after a pause of the machine, and that still comes with its result. */
    @Test
    void aJobIsTakenOverAndTheLateResultIsNotKept() throws Exception {
        one.scoring.deaf = true;
        one.scoring.permits.drainPermits();
        one.score();
        one.store(STUDY, 1, 1);
        long id = one.complete(STUDY).id();
        one.await(id, JobState.RUNNING);
        other.scoring.permits.drainPermits();
        other.score();
        Job taken = SampleQueue.await(() -> {
            Job now = other.queue.jobs().find(id).orElseThrow();
            if (now.attempts() == 1) {
                other.silence();
            }
            return now;
        }, job -> job.state() == JobState.RUNNING && job.attempts() == 2);
        one.scoring.permits.release(1);
        Thread.sleep(500);
        assertEquals(taken, one.queue.jobs().find(id).orElseThrow(), "the first attempt counts no more");
        assertTrue(one.queue.archive().result(STUDY).isEmpty());
        other.scoring.permits.release(1);
        assertEquals(2, other.await(id, JobState.DONE).attempts());
        assertTrue(Files.isDirectory(other.queue.archive().result(STUDY).orElseThrow()));
    }

    @Test
    void twoSendersOfOneDestinationSendEachObjectOnce() throws Exception {
        SampleDestination pacs = new SampleDestination("pacs");
        one.queue.add(pacs);
        SampleDestination same = new SampleDestination("pacs");
        other.queue.add(same);
        one.score();
        List<Long> ids = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            one.store(STUDY + "." + i, 1, 1);
            ids.add(one.complete(STUDY + "." + i).id());
        }
        for (long id : ids) {
            one.await(id, JobState.DONE);
        }
        List<String> all = new ArrayList<>(pacs.accepted);
        all.addAll(same.accepted);
        assertEquals(18, all.size());
        assertEquals(18, all.stream().distinct().count());
    }
}
