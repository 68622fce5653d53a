package spine.app.internal.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import spine.app.internal.attach.server.AttachServer;
import spine.app.internal.attach.server.Client;

/** Client and server in one process, over a real socket. */
@Timeout(60)
class AttachTest {
    private static final int CODE = 3;

    @TempDir
    private Path home;
    private AttachFolder folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Client> clients = new ArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);

    @BeforeEach
    void folder() {
        folder = new AttachFolder(home.resolve("attach"));
    }

    @Test
    void aCommandLineIsRunWithTheStreamsOfTheClient() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            assertEquals(CODE, run("wörter\n", "shell", "--json", "ä ö"));
        }
        assertEquals(List.of("shell", "--json", "ä ö"), clients.get(0).arguments());
        assertEquals(Path.of("").toAbsolutePath(), clients.get(0).folder());
        assertEquals("result wörter\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("remark\n", err.toString(StandardCharsets.UTF_8));
        // By a thread of the server that reads the end of the connection.
        for (int i = 0; i < 200 && !clients.get(0).cancellation().cancelled(); i++) {
            Thread.sleep(50);
        }
        assertTrue(clients.get(0).cancellation().cancelled());
    }

    @Test
    void anInterruptOfForeignCodeKeepsNoClientOut() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            assertEquals(CODE, run("", "shell"));
            for (int i = 0; i < 3; i++) {
                Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("attach")).forEach(Thread::interrupt);
                Thread.sleep(100);
                assertEquals(CODE, run("", "shell"));
            }
        }
        assertFalse(Files.exists(folder.socket()));
    }

    @Test
    void nobodyElseMayReadWhatLeadsToThePlatform() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(folder.folder()));
            assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(folder.address()));
        }
        assertFalse(Files.exists(folder.address()));
        assertFalse(Files.exists(folder.socket()));
    }

    @Test
    void withoutItsTokenNothingIsRun() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            ServerAddress address = ServerAddress.read(folder.address());
            Files.writeString(folder.address(), new ServerAddress(address.socket(), "0".repeat(address.token().length())).text());
            assertEquals(1, run("", "models"));
        }
        assertEquals("spine: the token is not that of the platform that serves here.\n", err.toString(StandardCharsets.UTF_8));
        assertEquals(List.of(), clients);
    }

    @Test
    void aFolderOfAStrangeNameAndACommandThatFailsAreAnsweredInWords() throws Exception {
        List<Throwable> thrown = new ArrayList<>(List.of(new IllegalStateException("a bug"), new StackOverflowError(),
                new OutOfMemoryError(), new NoClassDefFoundError("acme/Gone")));
        try (AttachServer server = AttachServer.open(folder, client -> {
            if (thrown.get(0) instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown.get(0);
        })) {
            assertEquals("2 spine: the folder of the client has a name that cannot be used here.\n", answerTo("a\0b"));
            while (!thrown.isEmpty()) {
                String answer = answerTo("/");
                assertTrue(answer.startsWith("1 spine: The command failed (") && !answer.contains("java."), answer);
                thrown.remove(0);
            }
        }
    }

    /** Exit code, and what the platform said. */
    private String answerTo(String clientFolder) throws IOException {
        ServerAddress address = ServerAddress.read(folder.address());
        StringBuilder said = new StringBuilder();
        try (FrameChannel channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(address.socket())))) {
            channel.write(new Request(address.token(), clientFolder, false, false, List.of("models")).frame());
            while (true) {
                Frame frame = channel.read();
                switch (frame.kind()) {
                    case ERROR -> said.append(new String(frame.bytes(), StandardCharsets.UTF_8));
                    case EXIT -> {
                        return frame.bytes()[0] + " " + said;
                    }
                    default -> { }
                }
            }
        }
    }

    @Test
    void everyStartHasATokenOfItsOwn() throws Exception {
        String first;
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            first = ServerAddress.read(folder.address()).token();
        }
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            assertFalse(first.equals(ServerAddress.read(folder.address()).token()));
        }
    }

    @Test
    void whatAKilledPlatformLeavesIsSaidOnceAndReplaced() throws Exception {
        assertEquals(AttachClient.NOT_SERVED, run("", "models"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        leftBehind();
        assertEquals(AttachClient.NOT_SERVED, run("", "models"));
        assertEquals(AttachClient.NOT_SERVED, run("", "models"));
        assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count());
        leftBehind();
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            assertEquals(CODE, run("", "models"));
        }
    }

    @Test
    void ofTwoPlatformsOfAHomeTheFirstListens() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            IOException refused = assertThrows(IOException.class, () -> AttachServer.open(folder, this::answer));
            assertEquals("another platform serves the same home", refused.getMessage());
            assertEquals(CODE, run("", "models"));
        }
    }

    @Test
    void aClientIsToldWhenThePlatformEnds() throws Exception {
        CompletableFuture<Integer> code;
        try (AttachServer server = AttachServer.open(folder, this::wait)) {
            code = CompletableFuture.supplyAsync(() -> run("", "health"));
            assertTrue(entered.await(1, TimeUnit.MINUTES));
        }
        assertEquals(1, code.get());
        assertEquals("spine: the platform that serves here has ended before the command was done.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theCommandOfAClientThatIsGoneIsCancelled() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::wait)) {
            try (FrameChannel channel = connect()) {
                channel.write(new Request(ServerAddress.read(folder.address()).token(), "/", false, false, List.of("models")).frame());
                assertTrue(entered.await(1, TimeUnit.MINUTES));
            }
            while (!clients.get(0).cancellation().cancelled()) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void noisyAndTooManyClientsAreTurnedAway() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer)) {
            try (SocketChannel noise = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket()))) {
                noise.write(ByteBuffer.wrap("GET /".getBytes(StandardCharsets.US_ASCII)));
                assertTrue(noise.read(ByteBuffer.allocate(1)) < 0);
            }
            List<FrameChannel> idle = new ArrayList<>();
            String said = "";
            for (int client = 0; client < 40 && !said.contains("takes no more"); client++) {
                idle.add(connect());
                err.reset();
                run("", "models");
                said = err.toString(StandardCharsets.UTF_8);
            }
            assertEquals("spine: 16 clients are attached to the platform, and it takes no more.\n", said);
            for (FrameChannel channel : idle) {
                channel.close();
            }
        }
    }

    @Test
    void aHomeWithALongPathHasItsSocketElsewhere() throws Exception {
        AttachFolder deep = new AttachFolder(Files.createDirectories(home.resolve("x".repeat(120))).resolve("attach"));
        Path socket;
        try (AttachServer server = AttachServer.open(deep, this::answer)) {
            socket = ServerAddress.read(deep.address()).socket();
            assertFalse(socket.startsWith(home));
            assertFalse(Files.getPosixFilePermissions(socket.getParent()).contains(PosixFilePermission.OTHERS_EXECUTE));
            assertEquals(CODE, new AttachClient(deep, new ByteArrayInputStream(new byte[0]), stream(out), stream(err)).run("models"));
        }
        assertFalse(Files.exists(socket.getParent()));
    }

    @Test
    void aSilentEndIsNotWaitedForForEver() throws Exception {
        try (AttachServer server = AttachServer.open(folder, this::answer); FrameChannel silent = connect();
                ConnectionWatch watch = new ConnectionWatch(silent, Duration.ofMillis(1))) {
            assertThrows(IOException.class, silent::read);
            assertTrue(watch.expired());
        }
    }

    private void leftBehind() throws IOException {
        Files.createDirectories(folder.folder());
        Files.writeString(folder.address(), new ServerAddress(folder.socket(), "ab").text());
        Files.write(folder.lock(), new byte[0]);
        Files.deleteIfExists(folder.socket());
        Files.createFile(folder.socket());
    }

    private int answer(Client client) {
        clients.add(client);
        try {
            client.out().print("result " + new String(client.arguments().contains("shell") ? client.in().readAllBytes() : new byte[0],
                    StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        client.err().println("remark");
        return CODE;
    }

    private int wait(Client client) {
        clients.add(client);
        entered.countDown();
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int run(String input, String... arguments) {
        return new AttachClient(folder, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stream(out), stream(err))
                .run(arguments);
    }

    private FrameChannel connect() throws IOException {
        return new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(folder.socket())));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
