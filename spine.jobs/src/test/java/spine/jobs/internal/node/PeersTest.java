package spine.jobs.internal.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DatabaseAddress;
import spine.jobs.internal.store.Node;
import spine.jobs.internal.store.NodeTable;

/** Whose jobs are taken. */
class PeersTest {
    @TempDir
    Path folder;

    private static Node at(String address, String certificate) {
        return new Node("other", "host", address, certificate, "secret");
    }

    @Test
    void loopbackIsForTheSameHostAndEverythingElseNeedsACertificate() {
        for (String own : List.of("http://127.0.0.1:8104/", "http://localhost:8104/", "http://[::1]:8104/", "https://127.0.0.1:8104/")) {
            assertTrue(Peers.reaches("host", at(own, "")), own);
            assertFalse(Peers.reaches("another", at(own, "")), own);
        }
        assertTrue(Peers.reaches("another", at("https://192.0.2.1:8104/", "PEM")));
        assertTrue(Peers.reaches("another", at("https://host.example:8104/", "PEM")));
        assertFalse(Peers.reaches("another", at("https://host.example:8104/", "")), "whoever answers there could pose as it");
        for (String address : List.of("", "http://192.0.2.1:8104/", "http://host.example/", "ftp://host/", "no address", "https:///",
                "http://300.1.1.1/", "file:/etc/passwd")) {
            assertFalse(Peers.reaches("host", at(address, "PEM")), address);
        }
    }

    @Test
    void oneThatCouldNotBeReachedIsLeftAloneForLongerEachTime() throws IOException {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
        Peers peers = new Peers("host", now::get);
        Node node = at("http://127.0.0.1:8104/", "");
        try (Database database = Database.open(DatabaseAddress.folder(folder.resolve("jobs")), "own")) {
            database.change(sql -> new NodeTable(sql).register(node, "process", 0, 3_600_000));
            assertEquals(List.of("own", "other"), database.read(peers::now));
            for (long pause : List.of(5, 10, 20, 40, 80, 160, 300, 300)) {
                peers.failed(node);
                now.addAndGet(TimeUnit.SECONDS.toNanos(pause) - 1);
                assertEquals(List.of("own"), database.read(peers::now), pause + " s");
                now.addAndGet(1);
                assertEquals(List.of("own", "other"), database.read(peers::now), pause + " s");
            }
            peers.failed(node);
            Node again = new Node("other", "host", node.address(), "", "new");
            database.change(sql -> new NodeTable(sql).register(again, "process", 0, 3_600_000));
            assertEquals(List.of("own", "other"), database.read(peers::now), "it was started again");
            peers.reached(node);
            peers.failed(node);
            now.addAndGet(TimeUnit.SECONDS.toNanos(5));
            assertEquals(List.of("own", "other"), database.read(peers::now));
        }
    }

    @Test
    void theIdOfASpoolStaysAndWhatIsNoneIsReplaced() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> together = Collections.nCopies(8, () -> NodeId.of(folder.resolve("spool")));
        for (Future<String> one : threads.invokeAll(together)) {
            assertEquals(NodeId.of(folder.resolve("spool")), one.get());
        }
        threads.shutdown();
        String id = NodeId.of(folder.resolve("spool"));
        assertEquals(id, NodeId.of(folder.resolve("spool")));
        assertNotEquals(id, NodeId.of(folder.resolve("another")));
        Files.writeString(folder.resolve("spool/.node"), "../../etc\n");
        String next = NodeId.of(folder.resolve("spool"));
        assertNotEquals(id, next);
        assertEquals(next, NodeId.of(folder.resolve("spool")));
    }
}
