package spine.app.internal.cli;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

import spine.api.Cancellation;
import spine.api.service.ConfigurationFiles;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.internal.Engine;
import spine.app.internal.ModelList;
import spine.app.internal.Readers;

/** What the commands work with. */
final class Platform {
    private static final long PATIENCE_MILLIS = 5_000;

    private final BundleContext context;
    private final Engine engine;
    private final SpineScoring scoring;
    private final Readers readers;
    private final ModelList models;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Consumer<String> complaints = sentence -> { };

    Platform(BundleContext context, Engine engine, SpineScoring scoring, Readers readers, ModelList models) {
        this.context = context;
        this.engine = engine;
        this.scoring = scoring;
        this.readers = readers;
        this.models = models;
    }

    /** Cancelled when the process is asked to end. */
    Cancellation cancellation() {
        return cancellation;
    }

    BundleContext context() {
        return context;
    }

    SpineScoring scoring() {
        return scoring;
    }

    Readers readers() {
        return readers;
    }

    ModelList models() {
        return models;
    }

    Offers offers() {
        return new Offers(context);
    }

    /** Starts compute engine and models; every command that needs them calls this first. */
    void startEngine() {
        engine.start();
        complainAboutSettings();
    }

    /** For commands that need settings but no model. */
    void startWithSettings() {
        engine.startWithSettings();
        complainAboutSettings();
    }

    private void complainAboutSettings() {
        ServiceReference<ConfigurationFiles> files = context.getServiceReference(ConfigurationFiles.class);
        if (files != null) {
            context.getService(files).problems().forEach(complaints);
            context.ungetService(files);
        }
    }

    /** Who hears of what a person should know but what stops nothing. */
    void complainTo(Consumer<String> listener) {
        complaints = listener;
    }

    /** @throws UnavailableException if no such service comes up; {@code what} names it to the user */
    <T> T service(Class<T> type, String what) throws UnavailableException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(PATIENCE_MILLIS))
                    .orElseThrow(() -> new UnavailableException("No " + what + " is available."));
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            tracker.close();
        }
    }

    /** Blocks until the container stops. */
    void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    void stopped() {
        stopped.countDown();
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }
}
