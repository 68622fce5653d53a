package spine.unet.internal.bundle;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heap of the C library. It keeps freed memory for later allocations: hundreds of megabytes after a model has been closed, in pieces
 * that the next model does not always fit into, so that a process would grow a little with every swap.
 */
final class NativeHeap {
    private static final Logger LOG = LoggerFactory.getLogger(NativeHeap.class);

    private NativeHeap() {
    }

    /** Returns freed memory to the operating system, where the Java runtime can: from 17.0.9 on, with the GNU C library. */
    static void trim() {
        try {
            Object answer = ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "systemTrimNativeHeap", new Object[0], new String[0]);
            LOG.debug("{}", answer);
        } catch (JMException | RuntimeException unknownHere) {
            LOG.debug("freed memory stays with the process", unknownHere);
        }
    }
}
