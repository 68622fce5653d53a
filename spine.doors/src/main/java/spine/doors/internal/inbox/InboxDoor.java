package spine.doors.internal.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.Cancellation;
import spine.api.intake.Intake;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;

/** Looks into the inbox again and again; what cannot be taken now stays there and is tried again. */
@Component(immediate = true, configurationPid = {InboxConfiguration.SHIPPED, InboxConfiguration.PID})
@HealthCheckService(name = "inbox", tags = {"ready", "door"})
@Capability(namespace = EffectiveSettings.OPERATION, name = InboxConfiguration.PID)
public final class InboxDoor implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(InboxDoor.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long STOP_SECONDS = 10;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Intake intake;

    private final Path place;
    private final InboxFolder folder;
    private final boolean enabled;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "inbox");
        thread.setDaemon(true);
        return thread;
    });
    private final Cancellation cancellation = new Cancellation();
    private boolean prepared;
    private long pausedUntil = System.nanoTime();
    private volatile String obstacle = "";

    @Activate
    public InboxDoor(BundleContext context, InboxConfiguration configuration) {
        this.place = InstallPaths.of(context::getProperty).inbox();
        this.folder = new InboxFolder(place, new InboxLimits(configuration.entry_files(), (long) configuration.zip_megabytes() << 20,
                (long) configuration.object_megabytes() << 20), Duration.ofSeconds(configuration.settle_seconds()));
        this.enabled = configuration.enabled();
        if (enabled) {
            looks.scheduleWithFixedDelay(this::look, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        Intake taking = intake;
        long now = System.nanoTime();
        if (now - pausedUntil < 0) {
            return;
        }
        try {
            if (!prepared) {
                folder.prepare();
                prepared = true;
            }
            if (taking != null) {
                folder.look(now, taking, cancellation);
            }
            obstacle = "";
        } catch (CancellationException stopping) {
            LOG.debug("the inbox is being closed", stopping);
        } catch (IOException | RuntimeException failure) {
            // A full disk, a database that is away: what was dropped stays where it is.
            say("The inbox waits: " + Sentence.of(FailureWords.of(failure)));
            pausedUntil = System.nanoTime() + PAUSE_NANOS;
        }
    }

    private void say(String sentence) {
        if (!sentence.equals(obstacle)) {
            LOG.warn(sentence);
        }
        obstacle = sentence;
    }

    @Override
    public Result execute() {
        if (!enabled) {
            return new Result(Result.Status.OK, "Nothing is taken from " + place + ", as " + InboxConfiguration.PID + " says.");
        }
        if (intake == null) {
            return new Result(Result.Status.WARN, "Nothing is taken from " + place + " for now: nothing that keeps images is ready yet.");
        }
        String wrong = obstacle.isEmpty() ? folder.complaint() : obstacle;
        return wrong.isEmpty() ? new Result(Result.Status.OK, "Studies are taken from " + place + ".")
                : new Result(Result.Status.WARN, wrong);
    }

    /** An object that is being taken is taken to its end, without an interrupt in a file or a database; the rest after the next start. */
    @Deactivate
    void close() throws InterruptedException {
        cancellation.cancel();
        looks.shutdown();
        looks.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }
}
