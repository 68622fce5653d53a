package spine.unet.internal.bundle;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory outside the Java heap that is free, but kept by the C library for later. After a model has gone it is hundreds of
 * megabytes, in pieces that the next model does not always fit into, so that with every swap a process would keep a little more.
 */
final class NativeHeap {
    private static final Logger LOG = LoggerFactory.getLogger(NativeHeap.class);

    private NativeHeap() {
    }

    /** Gives it back to the system, where this Java machine can: from 17.0.9 on, with the GNU C library. */
    static void trim() {
        try {
            Object said = ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "systemTrimNativeHeap", new Object[0], new String[0]);
            LOG.debug("{}", said);
        } catch (JMException | RuntimeException unknownHere) {
            LOG.debug("freed memory stays with the process", unknownHere);
        }
    }
}
