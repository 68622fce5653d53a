package spine.doors.internal.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.dicom.SopClass;
import spine.doors.internal.Samples;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.UnsupportedServiceException;

/** An archive that acknowledges everything, and says what it keeps. */
class TransmissionTest {
    private final List<Path> accepted = new ArrayList<>();
    private final List<Path> objects = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void draw() throws IOException {
        for (int i = 1; i <= 3; i++) {
            objects.add(Samples.object(folder, SopClass.SEGMENTATION_STORAGE, i));
        }
    }

    @Test
    void whatIsKeptIsAccepted() throws Exception {
        send(asked -> {
            assertEquals(new ArchivedObject(SopClass.SEGMENTATION_STORAGE, "2.25.1.1"), asked.get(0));
            return new CommitmentReport(Set.of("2.25.1.1", "2.25.1.2", "2.25.1.3"), Map.of());
        });
        assertEquals(objects, accepted);
    }

    @Test
    void whatIsNotKeptIsNotAccepted() {
        DeliveryException lost = fails(asked -> new CommitmentReport(Set.of("2.25.1.1"),
                Map.of("2.25.1.2", new DimseStatus(0x0110, ""), "2.25.1.3", new DimseStatus(0x0122, ""))));
        assertEquals(objects.subList(0, 1), accepted);
        assertEquals("127.0.0.1:104 has not accepted 2 objects, 2.dcm the first of them: it is not kept, 0x0110 processing failure.",
                lost.getMessage());
        assertTrue(lost.isWorthTrying());
        assertFalse(fails(asked -> new CommitmentReport(Set.of("2.25.1.1", "2.25.1.2"), Map.of("2.25.1.3", new DimseStatus(0x0122, ""))))
                .isWorthTrying());
    }

    /** A report that leaves objects out says nothing about them. */
    @Test
    void whatIsNotMentionedIsTriedAgain() {
        assertTrue(fails(asked -> new CommitmentReport(Set.of("2.25.1.1"), Map.of())).isWorthTrying());
    }

    @Test
    void withoutAReportNothingIsAccepted() {
        assertThrows(NetworkException.class, () -> send(asked -> {
            throw new NetworkException("There is no report.");
        }));
        assertFalse(fails(asked -> {
            throw new UnsupportedServiceException("127.0.0.1:104 takes the association, but not storage commitment.");
        }).isWorthTrying());
        assertEquals(List.of(), accepted);
    }

    @Test
    void whatIsThereIsNotSentAgain() throws Exception {
        Listing archive = new Listing(() -> List.of(new ArchivedObject("", "2.25.1.2"), new ArchivedObject("", "2.25.1.9")));
        assertTrue(resume(archive));
        assertEquals(List.of(objects.get(0), objects.get(2)), archive.sent);
        assertEquals(Set.copyOf(objects), Set.copyOf(accepted));
        Listing full = new Listing(() -> List.of(new ArchivedObject("", "2.25.1.1"), new ArchivedObject("", "2.25.1.2"),
                new ArchivedObject("", "2.25.1.3")));
        assertTrue(resume(full));
        assertEquals(0, full.associations);
        assertEquals(objects, accepted);
    }

    @Test
    void whoCannotSayWhatIsThereGetsEverything() throws Exception {
        Listing archive = new Listing(() -> {
            throw new UnsupportedServiceException("127.0.0.1:104 takes the association, but not C-FIND.");
        });
        assertFalse(resume(archive));
        assertEquals(objects, archive.sent);
    }

    @Test
    void nothingIsSentWhileNobodyKnowsWhatIsThere() {
        Listing archive = new Listing(() -> {
            throw new NetworkException("127.0.0.1:104 cannot be reached: nothing listens there.");
        });
        assertThrows(NetworkException.class, () -> resume(archive));
        assertEquals(List.of(), archive.sent);
    }

    private boolean resume(Listing archive) throws Exception {
        accepted.clear();
        return new Transmission(archive, Samples.node(104), Optional.empty(), accepted::add).resume(objects, new Cancellation());
    }

    private DeliveryException fails(Committing archive) {
        return assertThrows(DeliveryException.class, () -> send(archive));
    }

    private void send(Committing archive) throws Exception {
        accepted.clear();
        new Transmission(archive, Samples.node(104), Optional.of(Duration.ofSeconds(5)), accepted::add).send(objects, new Cancellation());
    }

    private interface Listed {
        List<ArchivedObject> objects() throws IOException;
    }

    /** An archive that is asked what it has. */
    private static final class Listing implements Committing {
        private final Listed listed;
        private final List<Path> sent = new ArrayList<>();
        private int associations;

        Listing(Listed listed) {
            this.listed = listed;
        }

        @Override
        public List<ArchivedObject> list(RemoteNode node, String study, RetrieveLimits limits, Cancellation cancellation)
                throws IOException {
            assertEquals("2.25.1", study);
            return listed.objects();
        }

        @Override
        public List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) {
            associations++;
            sent.addAll(files);
            return Committing.super.send(node, files, each, cancellation);
        }

        @Override
        public CommitmentReport commit(List<ArchivedObject> objects) {
            throw new UnsupportedOperationException();
        }
    }

    /** The part of the network that is needed here. */
    @FunctionalInterface
    private interface Committing extends DicomNetwork {
        CommitmentReport commit(List<ArchivedObject> objects) throws IOException;

        @Override
        default CommitmentReport commit(RemoteNode node, List<ArchivedObject> objects, Duration patience, Cancellation cancellation)
                throws IOException {
            return commit(objects);
        }

        @Override
        default List<SentFile> send(RemoteNode node, List<Path> files, Consumer<SentFile> each, Cancellation cancellation) {
            List<SentFile> sent = files.stream().map(file -> new SentFile(file, SentFile.Outcome.STORED, "")).toList();
            sent.forEach(each);
            return sent;
        }

        @Override
        default DicomListener listen(ListenerSettings settings, StoreHandler handler) {
            throw new UnsupportedOperationException();
        }

        @Override
        default Duration echo(RemoteNode node) {
            throw new UnsupportedOperationException();
        }

        @Override
        default List<ArchivedObject> list(RemoteNode node, String study, RetrieveLimits limits, Cancellation cancellation)
                throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        default Retrieval get(RemoteNode node, String study, List<ArchivedObject> objects, StoreHandler handler, RetrieveLimits limits,
                Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }

        @Override
        default Retrieval move(RemoteNode node, String study, String title, RetrieveLimits limits, Cancellation cancellation) {
            throw new UnsupportedOperationException();
        }
    }
}
