package spine.io.dimse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import spine.api.Cancellation;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.SampleObjects;

/**
 * What the listener needs does not grow with what is sent: one with a heap of 24 MB takes more than any heap of it could hold. At length:
 * {@code -Dspine.slices=1000 -Dspine.slice.bytes=524288}.
 */
@Timeout(600)
abstract class BoundedMemoryContract extends NetworkContract {
    private static final int ASSOCIATIONS = 20;
    private static final int SLICES = Integer.getInteger("spine.slices", 300);
    private static final int SLICE_BYTES = Integer.getInteger("spine.slice.bytes", 20_000);
    private static final int LARGE = 100_000_000;


    @TempDir
    private Path folder;

    @Test
    void manyAssociationsOfManySlicesFitInASmallHeap() throws Exception {
        List<Path> slices = new ArrayList<>();
        for (int i = 0; i < SLICES; i++) {
            slices.add(SampleObjects.image(folder, i, SLICE_BYTES));
        }
        List<Path> large = List.of(SampleObjects.image(folder, SLICES, LARGE));
        Process listening = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx24m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"), CountingListener.class.getName(),
                maker().getClass().getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        ExecutorService senders = Executors.newFixedThreadPool(ASSOCIATIONS);
        try (BufferedReader out = new BufferedReader(new InputStreamReader(listening.getInputStream()))) {
            RemoteNode node = Loopback.node(Integer.parseInt(out.readLine()));
            List<Socket> announcing = announceMuch(node.port());
            List<Future<List<SentFile>>> sent = new ArrayList<>();
            for (int i = 0; i < ASSOCIATIONS; i++) {
                List<Path> files = i == 0 ? large : slices;
                sent.add(senders.submit(() -> network.send(node, files, file -> { }, new Cancellation())));
            }
            for (Future<List<SentFile>> association : sent) {
                association.get().forEach(file -> assertEquals(SentFile.Outcome.STORED, file.outcome(), file.reason()));
            }
            for (Socket socket : announcing) {
                socket.close();
            }
            listening.getOutputStream().close();
            assertEquals((ASSOCIATIONS - 1) * SLICES + 1, Integer.parseInt(out.readLine()));
            assertTrue(listening.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, listening.exitValue());
        } finally {
            senders.shutdownNow();
            listening.destroyForcibly();
        }
    }

    /** Peers that announce the longest request there may be, or one of 4 GB, and send a little of it. */
    private static List<Socket> announceMuch(int port) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int length : Collections.nCopies(10, 1 << 18)) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(new byte[] {1, 0, 0, (byte) (length >>> 16), 0, 0, 0, 1});
            sockets.add(socket);
        }
        Socket endless = new Socket(InetAddress.getLoopbackAddress(), port);
        endless.getOutputStream().write(new byte[] {4, 0, -1, -1, -1, -1, 0, 1});
        sockets.add(endless);
        return sockets;
    }
}
