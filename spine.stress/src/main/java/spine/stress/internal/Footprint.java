package spine.stress.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the process holds, after a collection of garbage.
 *
 * @param heapMb used heap, MB
 * @param metaspaceMb used metaspace, MB
 * @param threads live threads
 * @param residentMb resident memory of the process, native memory included, MB; NaN where the system does not tell
 */
record Footprint(double heapMb, double metaspaceMb, int threads, double residentMb) {
    private static final int COLLECTIONS = 3;
    private static final long PAUSE_MILLIS = 300;
    private static final double MB = 1 << 20;

    static Footprint now() throws InterruptedException, IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
        }
        double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed()).sum();
        return new Footprint(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB, metaspace / MB,
                ManagementFactory.getThreadMXBean().getThreadCount(), resident());
    }

    /** Resident memory as it is at the moment, in MB; NaN where the system does not tell. */
    static double resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / MB).findFirst().orElse(Double.NaN);
    }
}
