package spine.itest;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Does not come back, and does not listen. */
public class HangingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Forever.hang();
    }

    @Override
    public void stop(BundleContext context) {
        // never started
    }

    /** What hangs, until the test is over: a framework waits for it when it stops. */
    static final class Forever {
        static final String OVER = "it.over";

        private Forever() {
        }

        static void hang() {
            while (System.getProperty(OVER) == null) {
                try {
                    Thread.sleep(100);
                } catch (InterruptedException deaf) {
                    // foreign code need not listen
                }
            }
        }
    }
}
