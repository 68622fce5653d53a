package spine.itest;

import static org.junit.Assert.assertNotNull;

import java.io.IOException;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

import spine.api.service.UnavailableException;
import spine.runtime.ModelSwitch;

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

    /**
     * Lets a model serve, as a person would: one with code of its own is on standby until then.
     *
     * @param model {@code ID@VERSION}
     * @return false if it is not there yet
     */
    static boolean choose(BundleContext context, String model) throws InterruptedException, IOException {
        try {
            get(context, ModelSwitch.class).use(model);
            return true;
        } catch (UnavailableException notYet) {
            return false;
        }
    }
}
