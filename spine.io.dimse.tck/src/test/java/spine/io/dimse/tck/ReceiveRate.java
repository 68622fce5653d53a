package spine.io.dimse.tck;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.TcpDicomNetwork;
import spine.io.dimse.tck.peer.Dcmtk;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.SampleObjects;

/**
 * Prints how fast objects are received next to dcmtk's storescp, in one run: the same senders (storescu) send the same images to both,
 * alternately. storescp is run as fast as it goes: without Nagle's algorithm, writing what comes in as it comes (+B), with a process for
 * each association where there are several, and it does not wait for the disk; the listener does. Of each the best round counts, since
 * others may use the machine.
 */
public final class ReceiveRate {
    /** A listener runs for months: what it does in its first seconds is not what counts. */
    private static final int WARMING = 20;
    private static final int ROUNDS = 5;
    private static final double TICKS = 100;

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
        Cost dcmtk = Cost.NONE_YET;
        Cost spine = Cost.NONE_YET;
        Cost unsafe = Cost.NONE_YET;
        for (int warming = 0; warming < WARMING; warming++) {
            rate.spine(false);
        }
        for (int round = 0; round < ROUNDS; round++) {
            dcmtk = dcmtk.orBetter(rate.dcmtk());
            spine = spine.orBetter(rate.spine(true));
            unsafe = unsafe.orBetter(rate.spine(false));
        }
        System.out.printf("%d senders, %d images of %d kB each%n", senders, images, bytes / 1000);
        int all = senders * images;
        print("storescp", dcmtk, dcmtk, all);
        print("spine", spine, dcmtk, all);
        print("spine, not waiting for the disk", unsafe, dcmtk, all);
    }

    /** @param processor seconds of the receiver alone */
    private record Cost(double seconds, double processor) {
        static final Cost NONE_YET = new Cost(Double.MAX_VALUE, Double.MAX_VALUE);

        Cost orBetter(Cost other) {
            return new Cost(Math.min(seconds, other.seconds), Math.min(processor, other.processor));
        }
    }

    private static void print(String name, Cost cost, Cost yardstick, int images) {
        System.out.printf(Locale.ROOT, "%-32s %5.0f images/s (ratio %.2f), processor %.2f ms each (ratio of speed %.2f)%n", name,
                images / cost.seconds, yardstick.seconds / cost.seconds, 1e3 * cost.processor / images,
                yardstick.processor / cost.processor);
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

    private Cost dcmtk() throws Exception {
        Path received = emptied("received-by-dcmtk");
        try (Dcmtk.Receiver receiver = folders.size() == 1 ? Dcmtk.storescp(received, "+B", "-pdu", 131072)
                : Dcmtk.storescp(received, "--fork", "+B", "-pdu", 131072)) {
            double before = processor(receiver.process());
            double seconds = send(receiver.port(), received);
            return new Cost(seconds, processor(receiver.process()) - before);
        }
    }

    private Cost spine(boolean safe) throws Exception {
        Path received = emptied("received-by-spine");
        StoreHandler unsafe = (object, dataSet) -> {
            try (OutputStream out = Files.newOutputStream(received.resolve(object.sopInstance()))) {
                byte[] buffer = new byte[1 << 17];
                for (int read = dataSet.readNBytes(buffer, 0, buffer.length); read > 0;
                        read = dataSet.readNBytes(buffer, 0, buffer.length)) {
                    out.write(buffer, 0, read);
                }
            }
            return DimseStatus.SUCCESS;
        };
        TcpDicomNetwork network = new TcpDicomNetwork(new DecodedImages(new NativeDicomCodec()));
        try (DicomListener listener = network.listen(Loopback.loopback(ListenerLimits.DEFAULT), safe ? Loopback.files(received) : unsafe)) {
            double before = ownProcessor();
            double seconds = send(listener.address().getPort(), received);
            return new Cost(seconds, ownProcessor() - before);
        } finally {
            network.close();
        }
    }

    /** Of a process and its children, those that have ended too (proc(5), fields 14 to 17 of stat). */
    private static double processor(Process process) throws IOException {
        double seconds = 0;
        for (long pid : LongStream.concat(LongStream.of(process.pid()), process.descendants().mapToLong(ProcessHandle::pid)).toArray()) {
            seconds += processor(Path.of("/proc/" + pid + "/stat"));
        }
        return seconds;
    }

    private static double processor(Path file) throws IOException {
        try {
            String[] stat = Files.readString(file).replaceFirst(".*\\) ", "").split(" ");
            return IntStream.range(11, 15).mapToLong(field -> Long.parseLong(stat[field])).sum() / TICKS;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    private static double ownProcessor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
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
}
