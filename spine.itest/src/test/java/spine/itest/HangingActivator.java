package spine.itest;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Never comes back, and does not listen. */
public class HangingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Forever.hang();
    }

    @Override
    public void stop(BundleContext context) {
        // never started
    }

    /** What hangs. */
    static final class Forever {
        private static final CountDownLatch NEVER = new CountDownLatch(1);

        private Forever() {
        }

        static void hang() {
            while (NEVER.getCount() > 0) {
                try {
                    NEVER.await();
                } catch (InterruptedException deaf) {
                    // foreign code need not listen
                }
            }
        }
    }
}
