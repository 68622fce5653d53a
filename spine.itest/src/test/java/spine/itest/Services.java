package spine.itest;

import static org.junit.Assert.assertNotNull;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Fetches services the way a test wants them: there within a minute, or the test fails by name. */
final class Services {
    private static final long PATIENCE_MILLIS = 60_000;

    private Services() {
    }

    static <T> T get(BundleContext context, Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        T service = tracker.waitForService(PATIENCE_MILLIS);
        assertNotNull("no service " + type.getName(), service);
        return service;
    }
}
