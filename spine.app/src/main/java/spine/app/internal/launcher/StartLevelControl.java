package spine.app.internal.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.service.DeployGate;
import spine.runtime.EngineState;

/**
 * Brings up the bundles that are heavy to start: the compute engine, the models, and what was dropped into the deploy
 * folder. They lie above the start level the platform begins with, so that commands without a model need not wait.
 */
@Component(service = StartLevelControl.class)
public final class StartLevelControl {
    /** The start level with which the platform begins; the same number as in the run set. */
    private static final int PLATFORM = 10;
    /** The start level at which runs what needs settings but no model; the same number as in the run set. */
    private static final int WITH_SETTINGS = 16;
    /** The start level at which studies can be scored; the same number as in the run set. */
    private static final int EVERYTHING = 30;
    /** The start level at which others can reach the platform; the same number as in the run set. */
    private static final int SERVING = 40;
    private static final long PATIENCE_SECONDS = 120;

    private final BundleContext context;
    private final EngineState engine;

    @Activate
    public StartLevelControl(BundleContext context, @Reference EngineState engine) {
        this.context = context;
        this.engine = engine;
    }

    /** Returns when the bundles that every command needs have been started: this one is among the first. */
    public void awaitPlatform() {
        raise(PLATFORM);
    }

    /** Returns when what needs settings but no model has been started. */
    public void startWithSettings() {
        raise(WITH_SETTINGS);
    }

    /** After {@link #start}: returns when what lets others in from the network, and what it keeps of them, has been started. */
    public void serve() {
        raise(SERVING);
    }

    /**
     * Returns when all that a study needs has been started, and every model has passed its test or failed it, or after a long wait.
     * So the first study is served by the version that the last one would be. Repeating it is harmless.
     */
    public void start() {
        raise(EVERYTHING);
    }

    private void raise(int wanted) {
        FrameworkStartLevel level = context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkStartLevel.class);
        try {
            if (level.getStartLevel() < wanted) {
                CountDownLatch reached = new CountDownLatch(1);
                level.setStartLevel(wanted, event -> reached.countDown());
                reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
            if (wanted == EVERYTHING) {
                awaitDeployed();
            }
            engine.awaitSettled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What lies in the deploy folder counts as if it had been there from the beginning. */
    private void awaitDeployed() throws InterruptedException {
        ServiceReference<DeployGate> gate = context.getServiceReference(DeployGate.class);
        if (gate != null) {
            context.getService(gate).awaitInstalled(Duration.ofSeconds(PATIENCE_SECONDS));
            context.ungetService(gate);
        }
    }
}
