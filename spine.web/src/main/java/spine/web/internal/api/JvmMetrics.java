package spine.web.internal.api;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** What Java says of its own process. */
final class JvmMetrics {

    private JvmMetrics() {
    }

    static void add(MetricsText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage other = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        text.metric("jvm_memory_used_bytes", "gauge", "Memory in use.").value("jvm_memory_used_bytes", "area", "heap", heap.getUsed())
                .value("jvm_memory_used_bytes", "area", "nonheap", other.getUsed());
        text.metric("jvm_memory_max_bytes", "gauge", "Most memory there may be.")
                .value("jvm_memory_max_bytes", "area", "heap", heap.getMax());
        text.metric("jvm_threads_current", "gauge", "Threads.")
                .value("jvm_threads_current", ManagementFactory.getThreadMXBean().getThreadCount());
        text.metric("jvm_gc_collections_total", "counter", "Garbage collections.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            text.value("jvm_gc_collections_total", "gc", collector.getName(), Math.max(0, collector.getCollectionCount()));
        }
        text.metric("jvm_gc_seconds_total", "counter", "Time of garbage collections.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            text.value("jvm_gc_seconds_total", "gc", collector.getName(), Math.max(0, collector.getCollectionTime()) / 1000.0);
        }
        text.metric("process_uptime_seconds", "gauge", "Time since the start of the process.")
                .value("process_uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }
}
