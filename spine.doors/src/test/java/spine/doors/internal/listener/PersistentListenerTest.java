package spine.doors.internal.listener;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.api.intake.IntakeException;
import spine.api.intake.IntakeException.Reason;
import spine.doors.internal.KeptObjects;
import spine.doors.internal.Samples;
import spine.doors.internal.TlsFiles;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;
import spine.io.dimse.internal.TcpDicomNetwork;

@Timeout(60)
class PersistentListenerTest {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TcpDicomNetwork network = Samples.network();
    private final KeptObjects kept = new KeptObjects();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void whatComesIsKeptAsAFileWithItsSender() throws Exception {
        Path image = Samples.image(folder, "2.25.7", 1);
        try (PersistentListener listener = listener(Map.of("port", 0))) {
            assertEquals(Outcome.STORED, send(listener, image).outcome());
        }
        assertArrayEquals(dataSet(Files.readAllBytes(image)), dataSet(kept.objects().get("2.25.7.1")));
        assertEquals(List.of("SCANNER@127.0.0.1"), kept.senders());
    }

    @Test
    void refusalsHaveTheStatusOfTheirReason() throws Exception {
        Path image = Samples.image(folder, "2.25.7", 1);
        try (PersistentListener listener = listener(Map.of("port", 0))) {
            for (Map.Entry<Reason, Integer> expected : Map.of(Reason.FULL, 0xa700, Reason.TOO_LARGE, 0xa700, Reason.UNUSABLE, 0xc000)
                    .entrySet()) {
                kept.refuse(new IntakeException(expected.getKey(), "There is no room."));
                SentFile sent = send(listener, image);
                assertEquals(expected.getValue(), sent.remark().orElseThrow().code());
                assertEquals("There is no room.", sent.remark().orElseThrow().comment());
            }
            kept.refuse(new IOException("the database is away"));
            assertEquals(0xa700, send(listener, image).remark().orElseThrow().code());
        }
        try (PersistentListener nobody = new PersistentListener(network, new IntakeHandler(() -> null), () -> settings(Map.of("port", 0)),
                List::of, PAUSE)) {
            assertEquals(0xa700, send(nobody, image).remark().orElseThrow().code());
        }
    }

    @Test
    void aPortThatIsTakenIsTriedAgain() throws Exception {
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (PersistentListener listener = listener(Map.of("port", other.getLocalPort()))) {
            await(() -> listener.obstacle().equals("Port 127.0.0.1:" + other.getLocalPort()
                    + " is taken, or not for this machine or user."));
            assertTrue(listener.address().isEmpty());
            other.close();
            await(() -> listener.address().isPresent());
        }
    }

    @Test
    void changedKeysAreReadAgain() throws Exception {
        AtomicReference<List<Object>> stamp = new AtomicReference<>(List.of("bad"));
        try (PersistentListener listener = new PersistentListener(network, new IntakeHandler(() -> kept), () -> {
            if (stamp.get().contains("bad")) {
                throw new IllegalArgumentException("spine.p12 is no PKCS12 file, or its password is another one.");
            }
            return settings(Map.of("port", 0));
        }, stamp::get, PAUSE)) {
            await(() -> listener.obstacle().startsWith("spine.p12 is no PKCS12 file"));
            stamp.set(List.of("first"));
            await(() -> listener.address().isPresent());
            int first = listener.address().orElseThrow().getPort();
            stamp.set(List.of("second"));
            await(() -> listener.address().isPresent() && listener.address().get().getPort() != first);
        }
    }

    /** As when settings change: the sender is told of some, and of no more than are kept. */
    @Test
    void whatIsAcknowledgedWhileItClosesIsKept() throws Exception {
        List<Path> images = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            images.add(Samples.image(folder, "2.25.7", i));
        }
        PersistentListener listener = listener(Map.of("port", 0));
        await(() -> listener.address().isPresent());
        CompletableFuture<List<SentFile>> sent = new CompletableFuture<>();
        new Thread(() -> {
            try {
                sent.complete(network.send(Samples.node(listener.address().orElseThrow().getPort()), images, file -> { },
                        new Cancellation()));
            } catch (Exception failure) {
                sent.completeExceptionally(failure);
            }
        }).start();
        await(() -> kept.objects().size() >= 20);
        listener.close();
        List<SentFile> fates = sent.get();
        assertTrue(fates.stream().anyMatch(fate -> fate.outcome() == Outcome.UNSENT), "all were sent before it closed");
        fates.stream().filter(fate -> fate.outcome() == Outcome.STORED).forEach(fate -> assertTrue(kept.objects()
                .containsKey("2.25.7." + fate.file().getFileName().toString().replace(".dcm", "")), fate.toString()));
    }

    @Test
    void settingsThatCannotBeUsedAreNamed() {
        assertRefused("Without a list of callers DICOM is taken from this machine only, not on 0.0.0.0.", Map.of("address", "0.0.0.0"));
        assertRefused("The address 'no-such-host.invalid' to listen on is not known.", Map.of("address", "no-such-host.invalid"));
        assertRefused("The host 'no-such-host.invalid' of 'PACS@no-such-host.invalid' is not known.",
                Map.of("callers", new String[] {"PACS@no-such-host.invalid"}));
        assertRefused(folder.resolve("password") + " does not exist.", Map.of("tls.keys", "keys.p12", "tls.password.file", "password"));
        assertEquals(folder.resolve("keys.p12"), settings(Map.of("tls.keys", "keys.p12")).tls().orElseThrow().keys().orElseThrow());
        assertTrue(settings(Map.of("tls.keys", "keys.p12", "tls.clients", "clients.pem")).tls().orElseThrow().clientCertificates());
    }

    private void assertRefused(String sentence, Map<String, Object> values) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> settings(values)).getMessage());
    }

    private PersistentListener listener(Map<String, Object> values) {
        return new PersistentListener(network, new IntakeHandler(() -> kept), () -> settings(values), List::of, PAUSE);
    }

    private ListenerSettings settings(Map<String, Object> values) {
        ListenerConfiguration configuration = Samples.settings(ListenerConfiguration.class, values);
        return DicomDoor.settings(configuration, TlsFiles.in(folder, configuration.tls_keys(), configuration.tls_clients(),
                configuration.tls_password_file()));
    }

    private SentFile send(PersistentListener listener, Path file) throws Exception {
        await(() -> listener.address().isPresent());
        return network.send(Samples.node(listener.address().orElseThrow().getPort()), List.of(file), fate -> { }, new Cancellation())
                .get(0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    /** Without the file meta information, which names the sender and not the file. */
    private static byte[] dataSet(byte[] file) {
        int start = 144 + (file[140] & 0xff);
        return Arrays.copyOfRange(file, start, file.length);
    }
}
