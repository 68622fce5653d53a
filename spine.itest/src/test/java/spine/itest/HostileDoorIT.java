package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import spine.api.Cancellation;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;
import spine.io.dimse.internal.TcpDicomNetwork;

/**
 * A platform that serves with a small heap goes on serving whatever its peers do, and takes more than its heap could hold. At length:
 * {@code -Dspine.slices=1000 -Dspine.slice.bytes=524288}.
 */
public class HostileDoorIT {
    private static final int ASSOCIATIONS = 20;
    private static final int SLICES = Integer.getInteger("spine.slices", 25);
    private static final int SLICE_BYTES = Integer.getInteger("spine.slice.bytes", 150_000);
    private static final int BAD_BYTES = 150_000;
    private static final String HEAP = "-Xmx112m";
    private static final int NOISY_LINES = 24;
    private static final int FLOOD = 300;
    private static final long PATIENCE_SECONDS = 120;

    private final TcpDicomNetwork network = new TcpDicomNetwork(new DecodedImages(new NativeDicomCodec()));
    private Path work;
    private Product product;
    private Process platform;
    private int port;

    @Before
    public void serve() throws Exception {
        work = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "hostile");
        product = new Product(work.resolve("home"));
        Path conf = Files.createDirectories(product.home().resolve("conf"));
        port = freePort();
        Files.writeString(conf.resolve("spine.listener.cfg"), "port = " + port + "\nassociations = 30\nassociations.per.address = 25\n"
                + "request.seconds = 2\nidle.seconds = 5\npace.seconds = 2\npace.kilobytes = 8\n");
        Files.writeString(conf.resolve("spine.web.cfg"), "port = " + freePort() + "\n");
        Files.writeString(conf.resolve("spine.jobs.cfg"), "workers = 0\ndisk.megabytes = 1\n");
        List<String> command = new ArrayList<>(product.command("serve", "--no-attach"));
        command.replaceAll(word -> word.startsWith("-Xmx") ? HEAP : word);
        command.add(1, "-XX:+ExitOnOutOfMemoryError");
        platform = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(work.resolve("said").toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.readString(work.resolve("said")).contains("DICOM is taken on")) {
            assertTrue(Files.readString(work.resolve("said")), platform.isAlive() && System.nanoTime() < end);
            Thread.sleep(100);
        }
    }

    @After
    public void stop() throws Exception {
        network.close();
        platform.destroy();
        if (!platform.waitFor(30, TimeUnit.SECONDS)) {
            platform.destroyForcibly();
        }
    }

    @Test
    public void theDoorStaysOpenForGoodStudies() throws Exception {
        List<Path> bad = slices("2.25.666", 3, BAD_BYTES);
        attack(bad);
        flood();
        assertTrue(platform.isAlive());

        List<List<Path>> studies = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            studies.add(slices("2.25." + (i + 1), SLICES, SLICE_BYTES));
        }
        sendAll(studies);
        for (int i = 0; i < ASSOCIATIONS; i++) {
            try (Stream<Path> files = Files.list(product.home().resolve("spool/2.25." + (i + 1)))) {
                assertEquals(SLICES, files.count());
            }
        }
        try (Stream<Path> files = Files.list(product.home().resolve("spool"))) {
            assertEquals("parts of objects that never came", List.of(),
                    files.filter(file -> Files.isRegularFile(file) && !file.endsWith(".node")).toList());
        }
        assertFalse(product.log(platform), product.log(platform).contains("ERROR"));
    }

    /** Lines that break, drip and garble, all at the same time. */
    private void attack(List<Path> bad) throws Exception {
        List<BadLine> lines = new ArrayList<>(List.of(BadLine.cut(port, 100_000), BadLine.cut(port, 100), BadLine.dripping(port, 20),
                BadLine.dripping(port, 100_000)));
        for (int seed = 0; seed < NOISY_LINES; seed++) {
            // Half of them in the request and the first command.
            lines.add(BadLine.noisy(port, seed, seed % 2 == 0 ? 1000 : BAD_BYTES));
        }
        ExecutorService senders = Executors.newFixedThreadPool(ASSOCIATIONS);
        try {
            List<Future<?>> ended = new ArrayList<>();
            for (BadLine line : lines) {
                ended.add(senders.submit(() -> {
                    try {
                        network.send(node(line.port()), bad, file -> { }, new Cancellation());
                    } catch (NetworkException broken) {
                        // It can hardly be otherwise.
                    }
                    return null;
                }));
            }
            for (Future<?> each : ended) {
                each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            senders.shutdownNow();
            for (BadLine line : lines) {
                line.close();
            }
        }
    }

    /** More connections than there are seats, of peers that say nothing. */
    private void flood() throws IOException {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < FLOOD; i++) {
            silent.add(new Socket(InetAddress.getByName("127.0.0.1"), port));
        }
        for (Socket socket : silent) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            try {
                socket.getInputStream().readAllBytes();
            } catch (IOException reset) {
                // Closed as well.
            }
            socket.close();
        }
    }

    private void sendAll(List<List<Path>> studies) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(ASSOCIATIONS);
        try {
            List<Future<List<SentFile>>> sent = new ArrayList<>();
            for (List<Path> study : studies) {
                sent.add(senders.submit(() -> network.send(node(port), study, file -> { }, new Cancellation())));
            }
            for (Future<List<SentFile>> association : sent) {
                association.get().forEach(file -> assertEquals(file.toString(), Outcome.STORED, file.outcome()));
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private List<Path> slices(String study, int count, int bytes) throws IOException {
        List<Path> slices = new ArrayList<>();
        Path folder = Files.createDirectories(work.resolve(study));
        for (int i = 1; i <= count; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new NativeDicomCodec().write(new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE)
                    .text(Tag.SOPInstanceUID, "UI", study + "." + i).text(Tag.StudyInstanceUID, "UI", study)
                    .put(DicomElement.of(Tag.PixelData, "OW", new byte[bytes])), out);
            slices.add(Files.write(folder.resolve(i + ".dcm"), out.toByteArray()));
        }
        return slices;
    }

    private static RemoteNode node(int port) {
        return new RemoteNode("127.0.0.1", port, "SPINE", "SCANNER", Optional.empty(), Duration.ofSeconds(30));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
