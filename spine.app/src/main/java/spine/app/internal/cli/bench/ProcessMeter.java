package spine.app.internal.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What this process has used so far. */
final class ProcessMeter {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    /** Since some moment in the past; only differences have a meaning. */
    Cost now() {
        return new Cost(System.nanoTime(), processor());
    }

    /** Since the process began, by the clock from the start of the Java runtime. */
    Cost sinceStart() {
        return new Cost((System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) * 1_000_000, processor());
    }

    private long processor() {
        try {
            return (Long) beans.getAttribute(new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME), "ProcessCpuTime");
        } catch (JMException e) {
            throw new IllegalStateException("this Java runtime does not tell the processor time of its process", e);
        }
    }

    /** Most resident memory there ever was, bytes; empty where the system does not tell. */
    OptionalLong peakMemory() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", ""))).findFirst();
    }
}
