package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.dicom.SopClass;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.UnsupportedServiceException;
import spine.io.dimse.tck.peer.Dcmtk;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.SampleObjects;

/** Queries and retrieves from dcmtk's archive. */
@Timeout(60)
abstract class RetrieveContract extends NetworkContract {
    private static final String STUDY = "2.25.4711";
    private static final RetrieveLimits LIMITS = new RetrieveLimits(1000, 10 << 20, Duration.ofSeconds(20));

    private final Map<String, byte[]> received = new ConcurrentHashMap<>();
    private final Map<String, byte[]> sent = new TreeMap<>();
    private final StoreHandler memory = (object, dataSet) -> {
        received.put(object.sopInstance(), dataSet.readAllBytes());
        return DimseStatus.SUCCESS;
    };

    @TempDir
    private Path folder;
    private DicomListener listener;
    private Dcmtk.Receiver archive;
    private RemoteNode node;

    @BeforeEach
    void fill() throws Exception {
        Dcmtk.require();
        listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), memory);
        archive = Dcmtk.dcmqrscp(folder, listener.address().getPort());
        node = Loopback.node(archive.port());
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            files.add(SampleObjects.image(folder, i, 10_000 * i));
            sent.put(SampleObjects.uid(i), SampleObjects.dataSet(files.get(i - 1)));
        }
        network.send(node, files, fate -> assertEquals(SentFile.Outcome.STORED, fate.outcome(), fate.reason()), new Cancellation());
    }

    @AfterEach
    void close() throws Exception {
        archive.close();
        listener.close();
    }

    @Test
    void theObjectsOfAStudyAreListed() throws Exception {
        List<ArchivedObject> found = network.list(node, STUDY, LIMITS, new Cancellation());
        assertEquals(sent.keySet(), found.stream().map(ArchivedObject::sopInstance).collect(Collectors.toSet()));
        // It does not say of which SOP class they are.
        assertEquals(Set.of(""), found.stream().map(ArchivedObject::sopClass).collect(Collectors.toSet()));
        assertEquals(List.of(), network.list(node, "2.25.4712", LIMITS, new Cancellation()));
        NetworkException more = assertThrows(NetworkException.class,
                () -> network.list(node, STUDY, new RetrieveLimits(4, 1, Duration.ofSeconds(20)), new Cancellation()));
        assertEquals(node.address() + ": it names more than 4 objects.", more.getMessage());
    }

    @Test
    void wildcardsAndListsAreNoStudies() {
        for (String wrong : List.of("*", "2.25.471?", "2.25.4711\\2.25.4712", "", "../2", "1".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> network.list(node, wrong, LIMITS, new Cancellation()));
            assertThrows(IllegalArgumentException.class, () -> network.move(node, wrong, "HERE", LIMITS, new Cancellation()));
        }
    }

    @Test
    void aStudyComesByTheSameAssociation() throws Exception {
        List<ArchivedObject> objects = network.list(node, STUDY, LIMITS, new Cancellation());
        assertEquals(new Retrieval(DimseStatus.SUCCESS, 5, 0), network.get(node, STUDY, objects, memory, LIMITS, new Cancellation()));
        assertReceived();
    }

    @Test
    void whatTheHandlerRefusesIsCounted() throws Exception {
        List<ArchivedObject> objects = network.list(node, STUDY, LIMITS, new Cancellation());
        Retrieval end = network.get(node, STUDY, objects, (object, dataSet) -> object.sopInstance().endsWith(".3")
                ? DimseStatus.OUT_OF_RESOURCES : memory.store(object, dataSet), LIMITS, new Cancellation());
        assertEquals(1, end.failed());
        assertTrue(end.status().isWarning(), end.status().toString());
        assertEquals(4, received.size());
    }

    @Test
    void aStudyComesToAListener() throws Exception {
        assertEquals(new Retrieval(DimseStatus.SUCCESS, 5, 0), network.move(node, STUDY, "HERE", LIMITS, new Cancellation()));
        assertReceived();
        Retrieval nowhere = network.move(node, STUDY, "NOBODY", LIMITS, new Cancellation());
        assertEquals(0xa801, nowhere.status().code());
    }

    @Test
    void whatIsLargerThanItMayBeEndsIt() throws Exception {
        List<ArchivedObject> objects = network.list(node, STUDY, LIMITS, new Cancellation());
        NetworkException large = assertThrows(NetworkException.class, () -> network.get(node, STUDY, objects, memory,
                new RetrieveLimits(10, 20_000, Duration.ofSeconds(20)), new Cancellation()));
        assertEquals(node.address() + ": the data set is larger than 20000 bytes.", large.getMessage());
    }

    @Test
    void itCanBeCancelled() throws Exception {
        List<ArchivedObject> objects = network.list(node, STUDY, LIMITS, new Cancellation());
        Cancellation cancellation = new Cancellation();
        assertThrows(CancellationException.class, () -> network.get(node, STUDY, objects, (object, dataSet) -> {
            cancellation.cancel();
            return memory.store(object, dataSet);
        }, LIMITS, cancellation));
        assertEquals(1, received.size());
    }

    /** The listener of this side is no archive. */
    @Test
    void whoDoesNotOfferItSaysSo() {
        RemoteNode other = Loopback.node(listener);
        assertEquals(other.address() + " takes the association, but not C-FIND.", assertThrows(UnsupportedServiceException.class,
                () -> network.list(other, STUDY, LIMITS, new Cancellation())).getMessage());
        assertEquals(other.address() + " takes the association, but not C-GET.", assertThrows(UnsupportedServiceException.class,
                () -> network.get(other, STUDY, List.of(new ArchivedObject(SopClass.MR_IMAGE_STORAGE, "1.2")), memory, LIMITS,
                        new Cancellation())).getMessage());
        assertEquals(other.address() + " takes the association, but not C-MOVE.", assertThrows(UnsupportedServiceException.class,
                () -> network.move(other, STUDY, "HERE", LIMITS, new Cancellation())).getMessage());
    }

    private void assertReceived() {
        assertEquals(sent.keySet(), received.keySet());
        sent.forEach((uid, dataSet) -> assertArrayEquals(dataSet, received.get(uid), uid));
    }
}
