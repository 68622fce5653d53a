package spine.jobs.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.comparison.PatientTimeline;
import spine.api.delivery.Destination;
import spine.api.intake.Intake;
import spine.api.intake.StudyArchive;
import spine.api.job.JobState;
import spine.api.job.Jobs;
import spine.api.job.WorkerDoor;
import spine.api.service.EffectiveSettings;
import spine.api.service.SpineScoring;
import spine.common.file.FileFailure;
import spine.common.install.InstallPaths;
import spine.common.text.PlainText;
import spine.common.text.Sentence;
import spine.dicom.DicomCodec;
import spine.io.dicomweb.DicomWeb;
import spine.jobs.internal.node.NodeId;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.work.GivenResults;
import spine.jobs.internal.work.ScoringRule;
import spine.runtime.AvailableProviders;
import spine.runtime.StudyFinder;

/**
 * Opens the queue and registers its services. While its database cannot be opened there are no services, so that nothing is taken that
 * could not be kept; it is tried again and again.
 */
@Capability(namespace = EffectiveSettings.OPERATION, name = JobsSettings.PID)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>="
        + "\"spine.api.job.Jobs,spine.api.intake.Intake,spine.api.intake.StudyArchive\"")
@Component(immediate = true, service = JobsComponent.class, configurationPid = {JobsSettings.SHIPPED, JobsSettings.PID})
public final class JobsComponent {
    private static final Logger LOG = LoggerFactory.getLogger(JobsComponent.class);
    private static final long AGAIN_MILLIS = 5000;
    private static final long PATIENCE_SECONDS = 15;
    private static final long STOP_MILLIS = 60_000;
    /** An index may come up later than the queue, as one does that has a process of its own. */
    private static final int LATER_SECONDS = 10;

    private final BundleContext context;
    private final JobsSettings settings;
    private final DicomCodec codec;
    private final DicomWeb web;
    private final StudyFinder studies;
    private final SpineScoring scoring;
    private final AvailableProviders available;
    private final Thread thread = new Thread(this::run, "jobs");
    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Destination> destinations = new CopyOnWriteArrayList<>();
    private volatile OpenQueue queue;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile WorkerDoor door;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile PatientTimeline timeline;
    private volatile String problem = "The database of the jobs is being opened.";

    @Activate
    public JobsComponent(BundleContext context, JobsSettings settings, @Reference DicomCodec codec, @Reference DicomWeb web,
            @Reference StudyFinder studies, @Reference SpineScoring scoring) {
        this.context = context;
        this.settings = settings;
        this.codec = codec;
        this.web = web;
        this.studies = studies;
        this.scoring = scoring;
        this.available = new AvailableProviders(context);
        thread.setDaemon(true);
        thread.start();
        try {
            // So that who starts the platform hears of a problem, and a door that starts after it finds the services.
            tried.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        // Not interrupted: an embedded database does not survive that.
        stopped.countDown();
        thread.join(STOP_MILLIS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDestination(Destination destination) {
        destinations.add(destination);
        OpenQueue open = queue;
        if (open != null) {
            open.add(destination);
        }
    }

    void removeDestination(Destination destination) {
        destinations.remove(destination);
        OpenQueue open = queue;
        if (open != null) {
            open.remove(destination);
        }
    }

    /** Why studies are not taken, a sentence; empty if they are. */
    String problem() {
        return problem;
    }

    /** What the settings want that nobody computes or writes at the moment, a sentence each; each study waits for it, and then fails. */
    List<String> missing() {
        QueueRules rules = QueueRules.of(settings);
        ScoringRule wanted = rules.scoring();
        return rules.workers() == 0 ? List.of() : Stream.of(available.missingIndex(wanted.indexes()),
                available.missingFormat(wanted.formats())).flatMap(Optional::stream).toList();
    }

    /** What other nodes have scored for this one; empty while there is no queue. */
    Optional<GivenResults> given() {
        return Optional.ofNullable(queue).map(OpenQueue::given);
    }

    /** How many jobs there are of a state; 0 while there is no queue. */
    long count(JobState state) throws IOException {
        OpenQueue open = queue;
        return open == null ? 0 : open.jobs().count().getOrDefault(state, 0L);
    }

    private void run() {
        try {
            do {
                try (OpenQueue open = open()) {
                    serve(open);
                } catch (IOException | IllegalArgumentException e) {
                    problem = Sentence.of(e instanceof IOException failure ? FileFailure.reason(failure) : e.getMessage());
                    LOG.error("No study is taken: {}", problem, e);
                    tried.countDown();
                }
            } while (!stopped.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private OpenQueue open() throws IOException {
        InstallPaths paths = InstallPaths.of(context::getProperty);
        return new OpenQueue(Database.open(QueueRules.database(settings, paths), NodeId.of(paths.spool())), paths, QueueRules.of(settings),
                codec, web, () -> Optional.ofNullable(door));
    }

    /** Until the component is closed. */
    private void serve(OpenQueue open) throws InterruptedException {
        List<ServiceRegistration<?>> services = new ArrayList<>();
        queue = open;
        destinations.forEach(open::add);
        try {
            services.add(context.registerService(Jobs.class, open.jobs(), null));
            services.add(context.registerService(StudyArchive.class, open.archive(), null));
            services.add(context.registerService(Intake.class, open.intake(), null));
            open.compare(() -> Optional.ofNullable(timeline), settings.compare());
            open.score(QueueRules.of(settings), studies, scoring);
            problem = "";
            LOG.info("studies are taken");
            tried.countDown();
            tellMissing();
            stopped.await();
        } finally {
            queue = null;
            services.forEach(ServiceRegistration::unregister);
        }
    }

    private void tellMissing() throws InterruptedException {
        for (int i = 0; i < LATER_SECONDS && !missing().isEmpty() && !stopped.await(1, TimeUnit.SECONDS); i++) {
            // It is looked again.
        }
        missing().forEach(sentence -> LOG.error("No study can be scored as the settings say: {}", PlainText.line(sentence)));
    }
}
