package spine.io.dimse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import spine.io.dimse.internal.TcpDicomNetwork;

/**
 * Prints how fast objects are received next to dcmtk's storescp, in one run: the same senders (storescu) send the same images to both,
 * alternately. storescp is run as fast as it goes: without Nagle's algorithm, writing what comes in as it comes (+B), with a process for each
 * association, and it does not wait for the disk; the listener does.
 */
public final class ReceiveRate {
    private static final int ROUNDS = 5;

    private final Path work;
    private final List<List<Path>> folders = new ArrayList<>();

    private ReceiveRate(Path work) {
        this.work = work;
    }

    /** @param arguments folder to work in, senders, images for each, bytes of an image */
    public static void main(String[] arguments) throws Exception {
        ReceiveRate rate = new ReceiveRate(Path.of(arguments[0]));
        int senders = Integer.parseInt(arguments[1]);
        int images = Integer.parseInt(arguments[2]);
        int bytes = Integer.parseInt(arguments[3]);
        rate.prepare(senders, images, bytes);
        double[] dcmtk = new double[ROUNDS];
        double[] spine = new double[ROUNDS];
        double[] unsafe = new double[ROUNDS];
        rate.spine(true);
        for (int round = 0; round < ROUNDS; round++) {
            dcmtk[round] = rate.dcmtk();
            spine[round] = rate.spine(true);
            unsafe[round] = rate.spine(false);
        }
        double all = (double) senders * images;
        System.out.printf(Locale.ROOT, "%d senders, %d images of %d kB each: storescp %.0f/s, spine %.0f/s (ratio %.2f), "
                + "spine without waiting for the disk %.0f/s (ratio %.2f)%n", senders, images, bytes / 1000, all / median(dcmtk),
                all / median(spine), median(dcmtk) / median(spine), all / median(unsafe), median(dcmtk) / median(unsafe));
    }

    private void prepare(int senders, int images, int bytes) throws IOException {
        for (int sender = 0; sender < senders; sender++) {
            Path folder = Files.createDirectories(work.resolve("sent-" + sender));
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < images; i++) {
                files.add(SampleObjects.image(folder, sender * images + i, bytes));
            }
            folders.add(files);
        }
    }

    private double dcmtk() throws Exception {
        Path received = emptied("received-by-dcmtk");
        try (Dcmtk.Receiver receiver = Dcmtk.storescp(received, "--fork", "+B", "+uf", "-pdu", 131072)) {
            return send(receiver.port(), received);
        }
    }

    private double spine(boolean safe) throws Exception {
        Path received = emptied("received-by-spine");
        StoreHandler unsafe = (object, dataSet) -> {
            try (var out = Files.newOutputStream(received.resolve(object.sopInstance()))) {
                dataSet.transferTo(out);
            }
            return DimseStatus.SUCCESS;
        };
        TcpDicomNetwork network = Network.network();
        try (DicomListener listener = network.listen(Network.loopback(ListenerLimits.DEFAULT), safe ? Network.files(received) : unsafe)) {
            return send(listener.address().getPort(), received);
        } finally {
            network.close();
        }
    }

    private double send(int port, Path received) throws Exception {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int sender = 0; sender < folders.size(); sender++) {
            Path folder = work.resolve("sent-" + sender);
            Path log = work.resolve("storescu-" + sender + ".log");
            Thread thread = new Thread(() -> {
                try {
                    Dcmtk.succeed(log, "storescu", "+sd", "-pdu", 131072, "localhost", port, folder);
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long expected = folders.stream().mapToInt(List::size).sum();
        try (Stream<Path> files = Files.list(received)) {
            long count = files.count();
            if (count != expected) {
                throw new IllegalStateException(count + " of " + expected + " images came");
            }
        }
        return seconds;
    }

    private Path emptied(String name) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
