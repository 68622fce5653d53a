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
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import spine.api.intake.StoredObject.Kind;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.job.WorkerDoor;
import spine.jobs.internal.node.NodeId;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.Node;
import spine.jobs.internal.store.NodeTable;

/** Platforms that have nothing in common but a database: one receives and has no workers, another has workers and receives nothing. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class RemoteWorkTest {
    private static final String STUDY = "1.2.3";

    @TempDir
    Path folder;
    private DatabaseAddress address;
    private NodeServer server;
    private SampleQueue receiver;
    private SampleQueue worker;

    @BeforeEach
    void open() throws Exception {
        address = DatabaseAddress.server(PostgresServer.get().database(), PostgresServer.USER, PostgresServer.PASSWORD);
        server = new NodeServer();
        receiver = open("receiver", 0, () -> Optional.of(server));
        server.serve(receiver);
        worker = open("worker", 1, Optional::empty);
    }

    private SampleQueue open(String home, int workers, Supplier<Optional<WorkerDoor>> door) throws IOException {
        QueueRules rules = SampleQueue.RULES;
        SampleQueue queue = new SampleQueue(address, folder.resolve(home), new QueueRules(workers, rules.scoring(), rules.bounds(),
                rules.quietMillis(), 3000, rules.retries(), 0, 0), door);
        queue.scoring.manifest = true;
        return queue;
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        for (SampleQueue queue : List.of(receiver, worker)) {
            queue.scoring.permits.release(100);
            queue.close();
        }
    }

    private long receive(String study) throws IOException {
        receiver.store(study, 1, 1);
        receiver.store(study, 2, 2);
        return receiver.complete(study).id();
    }

    @Test
    void imagesAreFetchedAndTheResultIsWithWhoeverHasReceivedThem() throws Exception {
        SampleDestination pacs = new SampleDestination("pacs");
        receiver.queue.add(pacs);
        SampleDestination same = new SampleDestination("pacs");
        worker.queue.add(same);
        long id = receive(STUDY);
        worker.score();
        Job done = receiver.await(id, JobState.DONE);
        assertEquals("", done.reason());
        Path result = receiver.queue.archive().result(STUDY).orElseThrow();
        assertEquals(folder.resolve("receiver/results/" + STUDY), result);
        assertEquals(List.of("1.2.3.1.dcm", "1.2.3.2.dcm"), Files.readAllLines(result.resolve("files.txt")));
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.accepted);
        assertEquals(List.of(), same.offered, "the result is not there");
        assertEquals(Optional.empty(), worker.queue.archive().result(STUDY));
        assertEquals(List.of(), worker.queue.archive().studies());
        assertFalse(Files.exists(folder.resolve("worker/results/" + STUDY)));
        try (var left = Files.list(folder.resolve("worker/borrowed"))) {
            assertEquals(List.of(), left.toList(), "images stay no longer than they are needed");
        }

        receiver.store(STUDY, 3, 3);
        receiver.await(receiver.complete(STUDY).id(), JobState.DONE);
        assertEquals(3, Files.readAllLines(result.resolve("files.txt")).size());
        assertEquals(3, worker.scoring.begun.size() + 1, "each revision once");
    }

    @Test
    void aNodeTakesItsOwnStudiesWithoutHttp() throws Exception {
        long id = receive(STUDY);
        receiver.score();
        receiver.close();
        receiver = open("receiver", 1, () -> Optional.of(server)).score();
        server.serve(receiver);
        receiver.await(id, JobState.DONE);
        assertEquals(List.of(), server.asked);
    }

    @Test
    void aNodeThatCannotBeReachedHoldsNothingUp() throws Exception {
        server.broken = 500;
        long id = receive(STUDY);
        worker.score();
        Job waits = receiver.await(id, job -> job.state() == JobState.WAITING && !job.reason().isEmpty());
        assertTrue(waits.reason().matches("Its images lie with the platform on .+, and cannot be fetched now: The server 127\\.0\\.0\\.1"
                + " answered with status 500\\."), waits.reason());
        worker.store("1.2.4", 1, 1);
        worker.await(worker.complete("1.2.4").id(), JobState.DONE);
        server.broken = 0;
        // As after another start: nobody waits for the pause to end.
        server.starts++;
        assertEquals("", receiver.await(id, JobState.DONE).reason());
    }

    @Test
    void aNodeThatDoesNotServeIsNamedAndItsJobsWait() throws Exception {
        long id = receive(STUDY);
        receiver.close();
        worker.score();
        String said = worker.await(id, job -> !job.reason().isEmpty()).reason();
        assertEquals("No platform that serves has its images.", said);
        receiver = open("receiver", 0, () -> Optional.of(server));
        server.serve(receiver);
        receiver.await(id, JobState.DONE);
    }

    @Test
    void aProcessThatWasKilledIsNotWaitedFor() throws Exception {
        long id = receive(STUDY);
        receiver.close();
        String node = NodeId.of(folder.resolve("receiver/spool"));
        try (Database database = Database.open(address, node)) {
            Node killed = new Node(node, "host", "http://127.0.0.1:1/", "", "old");
            database.change(sql -> new NodeTable(sql).register(killed, "killed", 0, 3_600_000));
        }
        receiver = open("receiver", 0, () -> Optional.of(server));
        server.serve(receiver);
        worker.score();
        receiver.await(id, JobState.DONE);
    }

    @Test
    void withoutWorkersThatReachItAPlatformSaysSo() throws Exception {
        worker.close();
        receiver.close();
        receiver = open("receiver", 0, Optional::empty);
        worker = open("worker", 1, Optional::empty).score();
        long id = receive(STUDY);
        assertEquals("This platform has no workers, and those that have cannot reach it: address and tls in conf/spine.web.cfg let them.",
                receiver.await(id, job -> !job.reason().isEmpty()).reason());
        worker.close();
        receiver.await(id, job -> job.reason().equals("No platform that serves has workers."));
        assertEquals(JobState.WAITING, receiver.queue.jobs().find(id).orElseThrow().state());
        worker = open("worker", 1, Optional::empty);
    }

    /** As a process that says nothing any more, and that still comes with its result. */
    @Test
    void theLateResultOfAnAttemptThatWasTakenOverIsRefused() throws Exception {
        worker.scoring.deaf = true;
        worker.scoring.permits.drainPermits();
        worker.score();
        long id = receive(STUDY);
        receiver.await(id, JobState.RUNNING);
        receiver.silence();
        Job taken = receiver.await(id, job -> job.attempts() == 1 && job.state() == JobState.WAITING || job.attempts() == 2);
        worker.scoring.permits.release(1);
        SampleQueue.await(() -> worker.scoring.begun.size(), count -> count == 2);
        assertTrue(receiver.queue.archive().result(STUDY).isEmpty(), taken.toString());
        worker.scoring.permits.release(1);
        assertEquals(2, receiver.await(id, JobState.DONE).attempts());
        assertTrue(server.asked.contains("POST /api/v1/attempts/" + id + "/2"), server.asked.toString());
    }

    @Test
    void aResultIsOfferedAgainToAPlatformThatIsStartingAgain() throws Exception {
        worker.scoring.permits.drainPermits();
        worker.score();
        long id = receive(STUDY);
        SampleQueue.await(() -> worker.scoring.begun.size(), count -> count == 1);
        server.broken = 503;
        worker.scoring.permits.release(1);
        SampleQueue.await(() -> server.asked, asked -> asked.contains("POST /api/v1/attempts/" + id + "/1"));
        server.broken = 0;
        receiver.await(id, JobState.DONE);
        assertEquals(1, worker.scoring.begun.size(), "it is not scored again for that");
    }

    /** What lies with a machine that is gone can be sent to another one. */
    @Test
    void imagesThatAreSentAgainElsewhereTakeTheJobThere() throws Exception {
        long id = receive(STUDY);
        assertEquals(Kind.REPEATED, worker.store(STUDY, 1, 1), "the receiver has it, and is alive");
        assertEquals(List.of(), worker.queue.archive().received(STUDY));
        receiver.close();
        server.close();
        assertEquals(Kind.REPEATED, worker.store(STUDY, 1, 1));
        assertEquals(Kind.REPEATED, worker.store(STUDY, 2, 2));
        worker.score();
        worker.await(id, JobState.DONE);
        assertEquals(2, worker.queue.archive().received(STUDY).size());
        // The machine comes back: what it has counts no more.
        server = new NodeServer();
        receiver = open("receiver", 0, () -> Optional.of(server));
        assertEquals(List.of(), receiver.queue.archive().received(STUDY));
        assertEquals(Optional.empty(), receiver.queue.archive().result(STUDY));
        assertEquals(1, worker.jobs(STUDY).size());
    }

    @Test
    void imagesOfOneStudyMayLieWithTwoNodes() throws Exception {
        receiver.store(STUDY, 1, 1);
        worker.store(STUDY, 2, 2);
        long id = worker.complete(STUDY).id();
        worker.score();
        worker.await(id, JobState.DONE);
        Path result = receiver.queue.archive().result(STUDY).orElseThrow();
        assertEquals(2, Files.readAllLines(result.resolve("files.txt")).size());
    }

    /** A late image comes to another platform than the images before; the older result is outdated where it lies. */
    @Test
    void aResultIsTakenAwayWhereALaterOneIsWithAnotherNode() throws Exception {
        SampleTimeline timeline = new SampleTimeline();
        receiver.queue.compare(() -> Optional.of(timeline), true);
        worker.score();
        receiver.await(receive(STUDY), JobState.DONE);
        receiver.await(receive("1.2.4"), JobState.DONE);
        SampleQueue.await(() -> timeline.known, known -> known.size() == 2);
        worker.store(STUDY, 3, 3);
        worker.await(worker.complete(STUDY).id(), JobState.DONE);
        assertEquals(3, Files.readAllLines(worker.queue.archive().result(STUDY).orElseThrow().resolve("files.txt")).size());
        SampleQueue.await(() -> timeline.known, known -> known.equals(Set.of("1.2.4")));
        assertFalse(Files.exists(folder.resolve("receiver/results/" + STUDY)));
        assertTrue(Files.isDirectory(folder.resolve("receiver/results/1.2.4")));
        assertEquals(2, receiver.queue.archive().received(STUDY).size(), "it still has its images");
        receiver.store(STUDY, 4, 4);
        receiver.await(receiver.complete(STUDY).id(), JobState.DONE);
        assertTrue(receiver.queue.archive().result(STUDY).isPresent(), "and may have the next result");
        SampleQueue.await(() -> Files.exists(folder.resolve("worker/results/" + STUDY)), there -> !there);
    }

    /** As after a pause: what is here is outdated, though the platform with the later result does not serve. */
    @Test
    void anOutdatedResultIsNotTakenForThatOfAPlatformThatDoesNotServe() throws Exception {
        worker.score();
        receiver.await(receive(STUDY), JobState.DONE);
        Path mine = Files.writeString(folder.resolve("receiver/results/" + STUDY + "/notes.txt"), "mine");
        receiver.close();
        // The images that are with the receiver can be had all the same.
        worker.close();
        worker = open("worker", 1, Optional::empty);
        for (int image = 1; image <= 3; image++) {
            worker.store(STUDY, image, image);
        }
        worker.score();
        worker.await(worker.complete(STUDY).id(), JobState.DONE);
        worker.close();
        receiver = open("receiver", 0, () -> Optional.of(server));
        assertEquals(Optional.empty(), receiver.queue.archive().result(STUDY));
        assertFalse(Files.exists(mine));
        assertEquals("mine", Files.readString(folder.resolve("receiver/results/" + STUDY + ".kept-1/notes.txt")));
        worker = open("worker", 1, Optional::empty);
        assertTrue(worker.queue.archive().result(STUDY).isPresent());
    }

    @Test
    void eachNodeRemovesWhatItKeepsAndTheLastOneForgets() throws Exception {
        receiver.store(STUDY, 1, 1);
        worker.store(STUDY, 2, 2);
        worker.score();
        long id = worker.await(worker.complete(STUDY).id(), JobState.DONE).id();
        worker.makeOlder(31);
        worker.retain(0, 30);
        assertFalse(Files.exists(folder.resolve("worker/spool/" + STUDY)));
        assertTrue(receiver.queue.jobs().find(id).isPresent());
        assertEquals(1, receiver.queue.archive().received(STUDY).size());
        receiver.retain(0, 30);
        assertFalse(Files.exists(folder.resolve("receiver/results/" + STUDY)));
        assertTrue(worker.queue.jobs().find(id).isEmpty());
    }
}
