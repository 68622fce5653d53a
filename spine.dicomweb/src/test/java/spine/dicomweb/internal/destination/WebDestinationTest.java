package spine.dicomweb.internal.destination;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.result.ResultSelection;
import spine.io.dicomweb.Credentials;
import spine.io.dicomweb.DicomWeb;
import spine.io.dicomweb.DicomWebException;
import spine.io.dicomweb.DicomWebNode;
import spine.io.dicomweb.RetrieveLimits;

class WebDestinationTest {
    private static final DicomWebNode NODE = new DicomWebNode(URI.create("https://archive"), Credentials.NONE, Optional.empty(),
            Duration.ofSeconds(1));
    private static final List<Path> OBJECTS = List.of(Path.of("a.dcm"), Path.of("b.dcm"));

    @Test
    void itTakesWhatItsSettingsSay() {
        WebDestination some = destination(Set.of(SopClass.SEGMENTATION_STORAGE), Set.of("MR1", "CT1@10.0.0.1"), new Server());
        assertTrue(some.takes(SopClass.SEGMENTATION_STORAGE, "MR1"));
        assertTrue(some.takes(SopClass.SEGMENTATION_STORAGE, "MR1@10.0.0.9"));
        assertTrue(some.takes(SopClass.SEGMENTATION_STORAGE, "CT1@10.0.0.1"));
        assertFalse(some.takes(SopClass.SEGMENTATION_STORAGE, "CT1@10.0.0.9"));
        assertFalse(some.takes(SopClass.COMPREHENSIVE_3D_SR_STORAGE, "MR1"));
        assertTrue(destination(Set.of(SopClass.SEGMENTATION_STORAGE), Set.of(), new Server()).takes(SopClass.SEGMENTATION_STORAGE,
                "anybody"));
    }

    @Test
    void whatTheServerAcknowledgesIsAccepted() throws Exception {
        List<Path> accepted = new ArrayList<>();
        destination(Set.of(), Set.of(), new Server()).send(OBJECTS, accepted::add, new Cancellation());
        assertEquals(OBJECTS, accepted);
    }

    @Test
    void whatTheServerHasIsNotSentAgain() throws Exception {
        Server server = new Server();
        server.present = OBJECTS.subList(0, 1);
        List<Path> accepted = new ArrayList<>();
        assertTrue(destination(Set.of(), Set.of(), server).resume(OBJECTS, accepted::add, new Cancellation()));
        assertEquals(OBJECTS, accepted);
        assertEquals(OBJECTS.subList(1, 2), server.stored);
    }

    @Test
    void aServerThatCannotBeSearchedGetsEverything() throws Exception {
        Server server = new Server();
        server.searching = new DicomWebException("It has nothing at this address.", true, 404);
        List<Path> accepted = new ArrayList<>();
        assertFalse(destination(Set.of(), Set.of(), server).resume(OBJECTS, accepted::add, new Cancellation()));
        assertEquals(OBJECTS, accepted);
        server.searching = new DicomWebException("It is busy.", true, 503);
        assertTrue(assertThrows(DeliveryException.class,
                () -> destination(Set.of(), Set.of(), server).resume(OBJECTS, accepted::add, new Cancellation())).isWorthTrying());
        assertEquals(OBJECTS, server.stored, "nothing is sent while nobody knows what is there");
    }

    @Test
    void aFailureSaysWhetherToTryAgain() {
        Server full = new Server();
        full.failure = new DicomWebException("It is full.", true);
        DeliveryException later = assertThrows(DeliveryException.class,
                () -> destination(Set.of(), Set.of(), full).send(OBJECTS, file -> { }, new Cancellation()));
        assertEquals("It is full.", later.getMessage());
        assertTrue(later.isWorthTrying());
        full.failure = new DicomWebException("It wants no such objects.", false);
        assertFalse(assertThrows(DeliveryException.class,
                () -> destination(Set.of(), Set.of(), full).send(OBJECTS, file -> { }, new Cancellation())).isWorthTrying());
    }

    @Test
    void wrongSettingsAreForAPersonToMend() {
        WebDestination wrong = new WebDestination("web:pacs", new ResultSelection(Set.of(), Set.of()), () -> {
            throw new IllegalArgumentException("It has no address.");
        }, new Server());
        DeliveryException failure = assertThrows(DeliveryException.class, () -> wrong.send(OBJECTS, file -> { }, new Cancellation()));
        assertEquals("Its settings cannot be used: It has no address.", failure.getMessage());
        assertEquals(failure.getMessage(), wrong.complaint(), "whether it was tried or not");
        assertTrue(failure.isWorthTrying());
    }

    @Test
    void whatIsWrongWithTheLastAttemptIsSaid() {
        Server server = new Server();
        WebDestination destination = destination(Set.of(), Set.of(), server);
        assertEquals("", destination.complaint());
        server.failure = new DicomWebException("It is full.", true);
        assertThrows(DeliveryException.class, () -> destination.send(OBJECTS, file -> { }, new Cancellation()));
        assertEquals("It is full.", destination.complaint());
        server.failure = null;
        assertDoesNotThrow(() -> destination.send(OBJECTS, file -> { }, new Cancellation()));
        assertEquals("", destination.complaint());
    }

    private static WebDestination destination(Set<String> sopClasses, Set<String> senders, Server server) {
        return new WebDestination("web:pacs", new ResultSelection(sopClasses, senders), () -> NODE, server);
    }

    /** Stores everything, unless it is to fail. */
    private static final class Server implements DicomWeb {
        private final List<Path> stored = new ArrayList<>();
        private DicomWebException failure;
        private DicomWebException searching;
        private List<Path> present = List.of();

        @Override
        public void store(DicomWebNode node, List<Path> files, Consumer<Path> accepted, Cancellation cancellation) throws IOException {
            if (failure != null) {
                throw failure;
            }
            stored.addAll(files);
            files.forEach(accepted);
        }

        @Override
        public List<Path> present(DicomWebNode node, List<Path> files, Cancellation cancellation) throws IOException {
            if (searching != null) {
                throw searching;
            }
            return present;
        }

        @Override
        public List<DicomObject> search(DicomWebNode node, String path, Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> studies(DicomWebNode node, Map<String, String> parameters, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalInt objects(DicomWebNode node, String study) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int retrieve(DicomWebNode node, String study, RetrieveLimits limits, ObjectTaker taker) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int retrieve(DicomWebNode node, String study, RetrieveLimits limits, Path folder, IntConsumer progress) {
            throw new UnsupportedOperationException();
        }
    }
}
