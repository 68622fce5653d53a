package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.jobs.internal.delivery.RetryRule;
import spine.jobs.internal.store.DatabaseAddress;

/** From the result to the destinations, on whichever database. */
abstract class DeliveryContract {
    private static final String STUDY = "1.2.3";

    @TempDir
    Path home;
    private final SampleDestination pacs = new SampleDestination("pacs");
    private DatabaseAddress address;
    private SampleQueue queue;

    /** Of a database that is empty. */
    abstract DatabaseAddress address() throws Exception;

    @BeforeEach
    void open() throws Exception {
        address = address();
        queue = new SampleQueue(address, home, SampleQueue.RULES).score();
    }

    @AfterEach
    void close() throws IOException {
        queue.close();
    }

    private Job score(String study) throws Exception {
        queue.store(study, 1, 1);
        return queue.complete(study);
    }

    @Test
    void resultsAreSentOnce() throws Exception {
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        queue.await(id, JobState.DONE);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.accepted);
        assertEquals(List.of(new Delivery("pacs", 2, 2, 1, Optional.empty(), "")), queue.queue.jobs().deliveries(id));
    }

    @Test
    void whatWasAcceptedIsNotSentAgain() throws Exception {
        pacs.failAfter = 1;
        queue.queue.add(pacs);
        queue.await(score(STUDY).id(), JobState.DONE);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm", "1.2.3/sr.dcm"), pacs.offered);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.accepted);
    }

    @Test
    void whatIsThereAlthoughTheAnswerWasLostIsNotSentAgain() throws Exception {
        pacs.mute = true;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        queue.await(id, JobState.DONE);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.offered);
        assertEquals(List.of(new Delivery("pacs", 2, 2, 3, Optional.empty(), "")), queue.queue.jobs().deliveries(id));
    }

    @Test
    void norAfterAPersonHasBegunAnew() throws Exception {
        pacs.mute = true;
        pacs.worthTrying = false;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        queue.await(id, JobState.NEEDS_ATTENTION);
        assertEquals(List.of("1.2.3/sc.dcm"), pacs.offered);
        pacs.mute = false;
        queue.queue.jobs().retry(id);
        queue.await(id, JobState.DONE);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.offered);
    }

    @Test
    void whatMayHaveBeenSentTwiceIsSaid() throws Exception {
        pacs.tells = false;
        pacs.failAfter = 1;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        queue.await(id, JobState.DONE);
        assertEquals(List.of(new Delivery("pacs", 2, 2, 2, Optional.empty(), "An earlier attempt did not end, and the destination does not"
                + " say what it has: it may have got objects twice, with the same UIDs.")), queue.queue.jobs().deliveries(id));
    }

    @Test
    void aDestinationThatDoesNotAcceptIsGivenUpAndTriedAgainOnDemand() throws Exception {
        pacs.failAfter = 0;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        Job given = queue.await(id, JobState.NEEDS_ATTENTION);
        assertEquals("Destination pacs has 0 of 2 objects, and was given up after 3 attempts: The association was rejected.",
                given.reason());
        assertEquals(3, pacs.offered.size());
        pacs.failAfter = -1;
        queue.queue.jobs().retry(id);
        queue.await(id, JobState.DONE);
        assertEquals(2, pacs.accepted.size());
        assertEquals(List.of(STUDY), queue.scoring.begun, "it was not scored again");
    }

    @Test
    void aRefusalIsNotTriedAgain() throws Exception {
        pacs.failAfter = 1;
        pacs.worthTrying = false;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        queue.await(id, JobState.NEEDS_ATTENTION);
        assertEquals(List.of(new Delivery("pacs", 1, 2, 1, Optional.empty(), "The association was rejected.")),
                queue.queue.jobs().deliveries(id));
    }

    @Test
    void aDestinationThatHangsBlocksNeitherScoringNorOthers() throws Exception {
        SampleDestination other = new SampleDestination("other");
        pacs.hangs = true;
        queue.queue.add(pacs);
        queue.queue.add(other);
        long first = score(STUDY).id();
        long second = score("1.2.4").id();
        queue.await(second, JobState.SENDING);
        SampleQueue.await(() -> other.accepted.size(), count -> count == 4);
        pacs.hangs = false;
        queue.await(first, JobState.DONE);
        queue.await(second, JobState.DONE);
    }

    @Test
    void aLaterRevisionStopsTheEarlierOne() throws Exception {
        pacs.hangs = true;
        queue.queue.add(pacs);
        long first = score(STUDY).id();
        SampleQueue.await(() -> pacs.offered.size(), count -> count == 1);
        queue.store(STUDY, 2, 2);
        long second = queue.complete(STUDY).id();
        queue.await(first, JobState.CANCELLED);
        pacs.hangs = false;
        queue.await(second, JobState.DONE);
        assertEquals(2, pacs.accepted.size());
        assertTrue(queue.jobs(STUDY).get(0).replaced());
    }

    @Test
    void aResultThatCameWhileTheDestinationWasAwayIsSentWhenItIsBack() throws Exception {
        queue.queue.add(pacs);
        long first = score(STUDY).id();
        queue.await(first, JobState.DONE);
        queue.queue.remove(pacs);
        long second = score("1.2.4").id();
        queue.await(second, JobState.DONE);
        assertEquals(2, pacs.accepted.size());
        queue.queue.add(pacs);
        SampleQueue.await(() -> pacs.accepted.size(), count -> count == 4);
        queue.await(second, JobState.DONE);
        SampleDestination late = new SampleDestination("late");
        queue.queue.add(late);
        queue.await(score("1.2.5").id(), JobState.DONE);
        assertEquals(List.of("1.2.5/sc.dcm", "1.2.5/sr.dcm"), late.accepted, "what was there before is not for it");
    }

    @Test
    void whatWasNotSentIsSentAfterARestart() throws Exception {
        pacs.hangs = true;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        SampleQueue.await(() -> pacs.offered.size(), count -> count == 1);
        queue.close();
        pacs.hangs = false;
        queue = new SampleQueue(address, home, SampleQueue.RULES).score();
        assertEquals(JobState.SENDING, queue.queue.jobs().find(id).orElseThrow().state());
        queue.queue.add(pacs);
        queue.await(id, JobState.DONE);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.accepted);
        assertEquals(1, queue.queue.jobs().deliveries(id).get(0).attempts(), "what the platform has stopped was no attempt");
    }

    @Test
    void whatIsForADestinationThatIsGoneIsGivenUpAndSentWhenItIsBack() throws Exception {
        queue.close();
        QueueRules rules = SampleQueue.RULES;
        queue = new SampleQueue(address, home, new QueueRules(1, rules.scoring(), rules.bounds(), rules.quietMillis(), rules.silentMillis(),
                new RetryRule(3, 1, 2, 0), 0, 0)).score();
        pacs.hangs = true;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        SampleQueue.await(() -> pacs.offered.size(), count -> count == 1);
        queue.queue.remove(pacs);
        assertEquals("Destination pacs has 0 of 2 objects, and was given up: There is no such destination any more.",
                queue.await(id, JobState.NEEDS_ATTENTION).reason());
        queue.queue.jobs().retry(id);
        queue.await(id, JobState.NEEDS_ATTENTION);
        pacs.hangs = false;
        queue.queue.add(pacs);
        queue.await(id, JobState.DONE);
        assertEquals(List.of("1.2.3/sc.dcm", "1.2.3/sr.dcm"), pacs.accepted);
        assertEquals("", queue.queue.jobs().find(id).orElseThrow().reason());
    }

    @Test
    void aJobThatIsCancelledIsNotSent() throws Exception {
        pacs.hangs = true;
        queue.queue.add(pacs);
        long id = score(STUDY).id();
        SampleQueue.await(() -> pacs.offered.size(), count -> count == 1);
        queue.queue.jobs().cancel(id);
        pacs.hangs = false;
        queue.await(score("1.2.4").id(), JobState.DONE);
        assertEquals(List.of("1.2.4/sc.dcm", "1.2.4/sr.dcm"), pacs.accepted.subList(pacs.accepted.size() - 2, pacs.accepted.size()));
        queue.queue.jobs().retry(id);
        queue.await(id, JobState.DONE);
        assertEquals(4, pacs.accepted.size());
        assertThrows(JobStateException.class, () -> queue.queue.jobs().cancel(id));
    }
}
