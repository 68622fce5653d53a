package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spine.api.Cancellation;
import spine.dicom.SopClass;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.tck.peer.CommitmentArchive;
import spine.io.dimse.tck.peer.Loopback;

@Timeout(60)
abstract class CommitmentContract extends NetworkContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<ArchivedObject> OBJECTS = List.of(new ArchivedObject(SopClass.SEGMENTATION_STORAGE, "2.25.1"),
            new ArchivedObject(SopClass.COMPREHENSIVE_3D_SR_STORAGE, "2.25.2"),
            new ArchivedObject(SopClass.SECONDARY_CAPTURE_STORAGE, "2.25.3"));
    private static final CommitmentReport REPORT = new CommitmentReport(Set.of("2.25.1", "2.25.3"),
            Map.of("2.25.2", new DimseStatus(0x0112, "")));


    @Test
    void theReportComesOnTheSameAssociation() throws Exception {
        try (CommitmentArchive archive = new CommitmentArchive(Optional.empty(), DimseStatus.SUCCESS)) {
            assertEquals(REPORT, network.commit(archive.node(), OBJECTS, PATIENCE, new Cancellation()));
        }
    }

    @Test
    void theReportComesToAListener() throws Exception {
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), (object, dataSet) -> DimseStatus.SUCCESS);
                CommitmentArchive archive = new CommitmentArchive(Optional.of(Loopback.node(listener)), DimseStatus.SUCCESS)) {
            long start = System.nanoTime();
            assertEquals(REPORT, network.commit(archive.node(), OBJECTS, PATIENCE, new Cancellation()));
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5, "it waited although the report was there");
            while (archive.answered() == null) {
                Thread.sleep(10);
            }
            assertEquals(DimseStatus.SUCCESS, archive.answered());
        }
    }

    @Test
    void aRefusalIsNamed() throws Exception {
        try (CommitmentArchive archive = new CommitmentArchive(Optional.empty(), new DimseStatus(0x0213, ""))) {
            RemoteNode node = archive.node();
            assertEquals(node.address() + " answers the request to keep objects with 0x0213 failure.", assertThrows(NetworkException.class,
                    () -> network.commit(node, OBJECTS, PATIENCE, new Cancellation())).getMessage());
        }
    }

    /** Whoever may call the listener could try to report for others. */
    @Test
    void aReportOfAnUnknownTransactionIsRefused() throws Exception {
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), (object, dataSet) -> DimseStatus.SUCCESS);
                CommitmentArchive archive = new CommitmentArchive(Optional.of(Loopback.node(listener)), DimseStatus.SUCCESS)) {
            DicomNetwork other = maker().create();
            assertThrows(NetworkException.class, () -> other.commit(archive.node(), OBJECTS, Duration.ofSeconds(1), new Cancellation()));
            assertEquals(0x0112, archive.answered().code());
            maker().close(other);
        }
    }

    /** This side's own listener takes reports and no requests. */
    @Test
    void whoNeverReportsIsNotWaitedForForEver() throws Exception {
        try (DicomListener silent = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), (object, dataSet) -> DimseStatus.SUCCESS)) {
            RemoteNode node = Loopback.node(silent);
            assertEquals(node.address() + " answers the request to keep objects with 0x0211 unrecognized operation.",
                    assertThrows(NetworkException.class, () -> network.commit(node, OBJECTS, PATIENCE, new Cancellation())).getMessage());
        }
        // Reports to a port where nobody listens.
        try (CommitmentArchive archive = new CommitmentArchive(Optional.of(Loopback.node(1)), DimseStatus.SUCCESS)) {
            RemoteNode node = archive.node();
            assertEquals(node.address() + " has not said within 1 s whether it keeps the objects.", assertThrows(NetworkException.class,
                    () -> network.commit(node, OBJECTS, Duration.ofSeconds(1), new Cancellation())).getMessage());
        }
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        try (CommitmentArchive archive = new CommitmentArchive(Optional.of(Loopback.node(1)), DimseStatus.SUCCESS)) {
            assertThrows(CancellationException.class, () -> network.commit(archive.node(), OBJECTS, PATIENCE, cancelled));
        }
    }
}
