package spine.app.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Brings up the bundles that are heavy to start: the compute engine, the models, and what was dropped into the deploy
 * folder. They lie above the start level the platform begins with, so that commands without a model need not wait.
 */
@Component(service = Engine.class)
public final class Engine {
    /** The start level with which the platform begins; the same number as in the run set. */
    private static final int PLATFORM = 10;
    /** The start level at which everything runs; the same number as in the run set. */
    private static final int EVERYTHING = 30;
    private static final long PATIENCE_SECONDS = 120;

    private final BundleContext context;

    @Activate
    public Engine(BundleContext context) {
        this.context = context;
    }

    /** Returns when the bundles that every command needs have been started: this one is among the first. */
    public void awaitPlatform() {
        raise(PLATFORM);
    }

    /** Returns when everything has been started, or after a long wait. Repeating it is harmless. */
    public void start() {
        raise(EVERYTHING);
    }

    private void raise(int wanted) {
        FrameworkStartLevel level = context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class);
        if (level.getStartLevel() >= wanted) {
            return;
        }
        CountDownLatch reached = new CountDownLatch(1);
        level.setStartLevel(wanted, event -> reached.countDown());
        try {
            reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
