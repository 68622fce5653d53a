package spine.doors.internal.destination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.dicom.SopClass;
import spine.dicom.result.ResultSelection;
import spine.doors.internal.Samples;
import spine.io.dimse.AllowedCaller;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.TcpDicomNetwork;

@Timeout(60)
class DimseDestinationTest {
    private final TcpDicomNetwork network = Samples.network();
    private final List<Path> accepted = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void eachObjectIsToldOfWhenItIsAccepted() throws Exception {
        List<Path> objects = objects(3);
        List<Integer> before = new ArrayList<>();
        try (DicomListener archive = archive((object, dataSet) -> {
            before.add(accepted.size());
            return DimseStatus.SUCCESS;
        })) {
            destination(archive.address().getPort()).send(objects, accepted::add, new Cancellation());
        }
        assertEquals(objects, accepted);
        assertEquals(List.of(0, 1, 2), before);
    }

    /** An answer that was lost: the object is there, and the archive does not replace it. */
    @Test
    void whatIsThereAlreadyIsAccepted() throws Exception {
        List<Path> objects = objects(1);
        try (DicomListener archive = archive((object, dataSet) -> new DimseStatus(0x0111, ""))) {
            destination(archive.address().getPort()).send(objects, accepted::add, new Cancellation());
        }
        assertEquals(objects, accepted);
    }

    @Test
    void whatIsRefusedForWhatItIsIsNotTriedAgain() throws Exception {
        for (int status : new int[] {0x0122, 0x0117, 0xa900, 0xa901, 0xc000, 0xc123}) {
            assertFalse(refused(status).isWorthTrying(), Integer.toHexString(status));
        }
        for (int status : new int[] {0xa700, 0xa702, 0x0110, 0x0124, 0x0211}) {
            assertTrue(refused(status).isWorthTrying(), Integer.toHexString(status));
        }
        assertTrue(refused(0xc000).getMessage().endsWith(" has not accepted 2 objects, 1.dcm the first of them: the answer is 0xC000 cannot"
                + " understand or process."));
        assertEquals(List.of(folder.resolve("2.dcm")), accepted.subList(0, 1));
    }

    @Test
    void anArchiveThatTakesNoSuchObjectsIsNotTriedAgain() throws Exception {
        Path odd = Samples.object(folder, "1.2.840.10008.5.1.4.38.1", 1);
        try (DicomListener archive = archive((object, dataSet) -> DimseStatus.SUCCESS)) {
            DeliveryException failure = fails(destination(archive.address().getPort()), List.of(odd));
            assertFalse(failure.isWorthTrying());
            assertTrue(failure.getMessage().endsWith("objects of SOP class 1.2.840.10008.5.1.4.38.1 are not taken there."),
                    failure.getMessage());
        }
    }

    @Test
    void whoCannotBeReachedOrRejectsIsTriedAgain() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        DimseDestination absent = destination(port);
        DeliveryException failure = fails(absent, objects(1));
        assertTrue(failure.isWorthTrying());
        assertEquals("127.0.0.1:" + port + " cannot be reached: nothing listens there.", failure.getMessage());
        ListenerSettings strict = new ListenerSettings(InetAddress.getLoopbackAddress(), 0, Set.of(), List.of(AllowedCaller.parse("OTHER")),
                Optional.empty(), ListenerLimits.DEFAULT);
        try (DicomListener archive = network.listen(strict, (object, dataSet) -> DimseStatus.SUCCESS)) {
            DeliveryException rejected = fails(destination(archive.address().getPort()), objects(1));
            assertTrue(rejected.isWorthTrying());
            assertTrue(rejected.getMessage().endsWith("the calling AE title is not known there."), rejected.getMessage());
        }
    }

    @Test
    void whatItIsToGetIsSet() {
        ResultSelection all = wanted(Map.of());
        assertTrue(all.includes(SopClass.COMPREHENSIVE_3D_SR_STORAGE, "inbox"));
        assertTrue(all.includes(SopClass.SEGMENTATION_STORAGE, "MR1@10.0.0.1"));
        assertFalse(all.includes(SopClass.MR_IMAGE_STORAGE, "inbox"));
        ResultSelection some = wanted(Map.of("objects", new String[] {"SR", "SC"}, "senders",
                new String[] {"MR1", "MR2@10.0.0.2", "A@B", "inbox"}));
        for (String sender : List.of("MR1@10.0.0.1", "MR2@10.0.0.2", "A@B@10.0.0.9", "inbox")) {
            assertTrue(some.includes(SopClass.SECONDARY_CAPTURE_STORAGE, sender), sender);
        }
        for (String sender : List.of("MR2@10.0.0.1", "MR3@10.0.0.1", "A@10.0.0.9", "anne", "")) {
            assertFalse(some.includes(SopClass.SECONDARY_CAPTURE_STORAGE, sender), sender);
        }
        assertFalse(some.includes(SopClass.SEGMENTATION_STORAGE, "inbox"));
    }

    @Test
    void settingsThatCannotBeUsedAreNamedAndTriedAgain() throws Exception {
        assertUnusable("'archive' is not HOST:PORT.", Map.of("address", "archive"));
        assertUnusable("'archive:99999' is no host and port.", Map.of("address", "archive:99999"));
        assertUnusable("'A LONG TITLE OF 17' is no title of an application entity, which has 1 to 16 characters of ASCII without"
                + " backslash.", Map.of("address", "archive:104", "title", "A LONG TITLE OF 17"));
        assertUnusable(folder.resolve("word") + " does not exist.", Map.of("address", "archive:104", "tls.password.file", "word"));
        assertTrue(NodeSettings.node(configuration(Map.of("address", "[::1]:104")), folder).tls().isEmpty());
        assertTrue(NodeSettings.node(configuration(Map.of("address", "[::1]:104", "tls", "yes")), folder).tls().isPresent());
        assertTrue(NodeSettings.node(configuration(Map.of("address", "[::1]:104", "tls.trusted", "a.pem")), folder).tls().isPresent());
    }

    @Test
    void keysThatCannotBeUsedAreNamed() throws Exception {
        Path noKeys = Files.writeString(folder.resolve("keys.p12"), "nothing");
        try (ServerSocket archive = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DimseDestination destination = new DimseDestination("pacs", wanted(Map.of()), Optional.empty(), () -> NodeSettings.node(
                    configuration(Map.of("address", "127.0.0.1:" + archive.getLocalPort(), "tls.keys", "keys.p12")), folder), network);
            assertEquals("Its settings cannot be used: " + noKeys + " is no PKCS12 file, or its password is another one.",
                    fails(destination, objects(1)).getMessage());
        }
    }

    private void assertUnusable(String reason, Map<String, Object> values) {
        DimseDestination destination = new DimseDestination("pacs", wanted(values), Optional.empty(),
                () -> NodeSettings.node(configuration(values), folder), network);
        DeliveryException failure = fails(destination, List.of());
        assertEquals("Its settings cannot be used: " + reason, failure.getMessage());
        assertTrue(failure.isWorthTrying());
        assertEquals(failure.getMessage(), destination.complaint());
    }

    /** One of three objects is accepted, two have the status. */
    private DeliveryException refused(int status) throws IOException {
        try (DicomListener archive = archive((object, dataSet) -> object.sopInstance().endsWith(".2") ? DimseStatus.SUCCESS
                : new DimseStatus(status, ""))) {
            return fails(destination(archive.address().getPort()), objects(3));
        }
    }

    private DeliveryException fails(DimseDestination destination, List<Path> objects) {
        return assertThrows(DeliveryException.class, () -> destination.send(objects, accepted::add, new Cancellation()));
    }

    private DicomListener archive(StoreHandler handler) throws IOException {
        return network.listen(new ListenerSettings(InetAddress.getLoopbackAddress(), 0, Set.of(), List.of(), Optional.empty(),
                ListenerLimits.DEFAULT), handler);
    }

    private DimseDestination destination(int port) {
        return new DimseDestination("pacs", wanted(Map.of()), Optional.empty(), () -> Samples.node(port), network);
    }

    private List<Path> objects(int count) throws IOException {
        List<Path> objects = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            objects.add(Samples.object(folder, SopClass.SEGMENTATION_STORAGE, i));
        }
        return objects;
    }

    private static ResultSelection wanted(Map<String, Object> values) {
        DestinationConfiguration configuration = configuration(values);
        return ResultSelection.of(configuration.objects(), configuration.senders());
    }

    private static DestinationConfiguration configuration(Map<String, Object> values) {
        return Samples.settings(DestinationConfiguration.class, values);
    }
}
