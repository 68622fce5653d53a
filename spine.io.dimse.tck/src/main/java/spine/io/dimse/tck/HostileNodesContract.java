package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.dicom.TransferSyntax;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.tck.peer.HostilePdus;
import spine.io.dimse.tck.peer.Pdus;
import spine.io.dimse.tck.peer.SampleObjects;

/** Whatever a node answers, who called it hears a sentence, and soon. */
@Timeout(60)
abstract class HostileNodesContract extends NetworkContract {
    private static final byte[] ACCEPT = Pdus.accept(List.of(new Pdus.Proposed(1, "", List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN))),
            new byte[0]);

    private ServerSocket server;
    private RemoteNode node;
    private volatile byte[] answer = {};
    private volatile boolean closing = true;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        node = new RemoteNode("127.0.0.1", server.getLocalPort(), "THERE", "HERE", Optional.empty(), Duration.ofMillis(800));
        new Thread(() -> {
            while (!server.isClosed()) {
                try {
                    answerOne(server.accept());
                } catch (IOException closed) {
                    // The next one is served.
                }
            }
        }).start();
    }

    private void answerOne(Socket socket) throws IOException {
        socket.getOutputStream().write(answer);
        if (closing) {
            socket.shutdownOutput();
        }
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        socket.close();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void refusalsAreExplained() {
        says(new byte[] {3, 0, 0, 0, 0, 4, 0, 1, 1, 7}, "the association is rejected: the called AE title is not known there.");
        says(new byte[] {3, 0, 0, 0, 0, 4, 0, 2, 3, 2},
                "the association is rejected for now: it has no room at the moment (local limit exceeded).");
        says(new byte[] {7, 0, 0, 0, 0, 4, 0, 0, 2, 1}, "the other side aborted the association: unrecognized PDU.");
        says(new byte[0], "the other side closed the connection.");
        says("HTTP/1.1 400 Bad Request".getBytes(), "the other side does not speak DICOM as it should: there is no PDU of type 72.");
        says(HostilePdus.joined(ACCEPT, new byte[] {7, 0, 0, 0, 0, 4, 0, 0, 0, 0}), "the other side aborted the association.");
        says(HostilePdus.joined(ACCEPT, HostilePdus.command(1, 0x8030, 0x0101)),
                "the other side does not speak DICOM as it should: a response belongs to no request.");
        closing = false;
        says(new byte[0], "the other side was too slow.");
        says(ACCEPT, "the other side was too slow.");
    }

    private void says(byte[] bytes, String sentence) {
        answer = bytes;
        assertEquals(node.address() + ": " + sentence, assertThrows(NetworkException.class, () -> network.echo(node)).getMessage());
    }

    @Test
    void damagedAnswersAreNoSurprise() {
        Random random = new Random(20);
        for (int i = 0; i < 100; i++) {
            byte[] changed = random.nextBoolean() ? Arrays.copyOf(ACCEPT, random.nextInt(ACCEPT.length)) : ACCEPT.clone();
            for (int flips = random.nextInt(4); flips > 0 && changed.length > 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            answer = changed;
            assertThrows(NetworkException.class, () -> network.echo(node));
        }
    }

    @Test
    void filesOfABrokenAssociationAreReportedAsNotSent(@TempDir Path folder) throws Exception {
        answer = HostilePdus.joined(ACCEPT, new byte[] {7, 0, 0, 0, 0, 4, 0, 0, 0, 0});
        List<SentFile> sent = network.send(node, List.of(SampleObjects.image(folder, 1, 1_000_000), SampleObjects.image(folder, 2, 10)),
                file -> { }, new Cancellation());
        assertEquals(List.of(SentFile.Outcome.UNSENT, SentFile.Outcome.UNSENT), sent.stream().map(SentFile::outcome).toList());
        assertTrue(sent.get(0).reason().startsWith(node.address() + ": "), sent.get(0).reason());
    }
}
