package spine.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import spine.api.job.JobState;
import spine.jobs.internal.store.DatabaseAddress;

/** A server that goes away for a while. */
@EnabledIf(value = "spine.jobs.internal.PostgresServer#isInstalled", disabledReason = "PostgreSQL is not installed")
class PostgresOutageTest {

    @TempDir
    Path home;

    @Test
    void nothingIsAcknowledgedWhileTheServerIsAwayAndAllGoesOnWhenItIsBack() throws Exception {
        PostgresServer server = PostgresServer.get();
        DatabaseAddress address = DatabaseAddress.server(server.database(), PostgresServer.USER, PostgresServer.PASSWORD);
        try (SampleQueue queue = new SampleQueue(address, home, SampleQueue.RULES)) {
            queue.store("1.2.3", 1, 1);
            long id = queue.complete("1.2.3").id();
            queue.scoring.permits.drainPermits();
            queue.score();
            queue.await(id, JobState.RUNNING);
            server.pause();
            try {
                IOException refused = assertThrows(IOException.class, () -> queue.store("1.2.3", 2, 2));
                assertTrue(refused.getMessage().startsWith("The database of the jobs cannot be used: ")
                        && refused.getMessage().endsWith("."), refused.getMessage());
            } finally {
                server.goOn();
            }
            // More than one: an attempt that ended before the server was back is made again.
            queue.scoring.permits.release(9);
            queue.await(id, JobState.DONE);
            queue.store("1.2.3", 2, 2);
            assertEquals(2, queue.complete("1.2.3").images());
        }
    }
}
