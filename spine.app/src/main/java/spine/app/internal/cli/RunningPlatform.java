package spine.app.internal.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

import spine.api.Cancellation;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.context.CommandContext;
import spine.app.internal.batch.SettingsProblems;
import spine.app.internal.launcher.LogFile;
import spine.app.internal.launcher.StartLevelControl;
import spine.runtime.ModelCatalogue;
import spine.runtime.StudyFinder;

/** The framework this process runs. */
final class RunningPlatform implements CommandContext {
    private static final long PATIENCE_MILLIS = 5_000;

    private final BundleContext context;
    private final StartLevelControl startLevels;
    private final SpineScoring scoring;
    private final StudyFinder studies;
    private final ModelCatalogue models;
    private final Consumer<String> complaints;
    private final Cancellation cancellation;
    private final Path workingFolder;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param complaints hears of what a person should know but what stops nothing
     * @param cancellation cancelled when the command is to end
     * @param workingFolder of the user
     */
    RunningPlatform(BundleContext context, StartLevelControl startLevels, SpineScoring scoring, StudyFinder studies,
            ModelCatalogue models, Consumer<String> complaints, Cancellation cancellation, Path workingFolder) {
        this.context = context;
        this.startLevels = startLevels;
        this.scoring = scoring;
        this.studies = studies;
        this.models = models;
        this.complaints = complaints;
        this.cancellation = cancellation;
        this.workingFolder = workingFolder;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public SpineScoring scoring() {
        return scoring;
    }

    @Override
    public StudyFinder studies() {
        return studies;
    }

    @Override
    public ModelCatalogue models() {
        return models;
    }

    @Override
    public Path workingFolder() {
        return workingFolder;
    }

    @Override
    public Path logFile() {
        return LogFile.ofThisProcess();
    }

    @Override
    public void startEngine() {
        startLevels.start();
        complainAboutSettings();
    }

    @Override
    public void startWithSettings() {
        startLevels.startWithSettings();
        complainAboutSettings();
    }

    @Override
    public void startServing() {
        startLevels.serve();
    }

    private void complainAboutSettings() {
        SettingsProblems.of(context).forEach(complaints);
    }

    @Override
    public <T> T service(Class<T> type, String what) throws UnavailableException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            tracker.waitForService(PATIENCE_MILLIS);
            // Held from now on: a component that nobody holds is deactivated, also while a command uses it.
            return Optional.ofNullable(tracker.getServiceReference()).map(context::getService)
                    .orElseThrow(() -> new UnavailableException("No " + what + " is available."));
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            tracker.close();
        }
    }

    @Override
    public <T> Optional<T> present(Class<T> type) {
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
    }

    @Override
    public void awaitStop() {
        while (stopped.getCount() > 0 && !cancellation.cancelled()) {
            try {
                stopped.await();
            } catch (InterruptedException e) {
                // Without a cancellation it comes from foreign code, which can interrupt any thread.
            }
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
