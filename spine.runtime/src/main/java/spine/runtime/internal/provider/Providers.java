package spine.runtime.internal.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.StudyReader;
import spine.api.lease.Leases;
import spine.api.lease.Rank;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.admission.SelfTest;
import spine.runtime.internal.admission.ValidatingServiceTracker;
import spine.runtime.internal.selection.ModelSelectionStore;

/**
 * Everything a study can be served by, as it comes and goes. The bind methods take the reference alone and return at once:
 * a service is fetched and tested elsewhere, see {@link ValidatingServiceTracker}. The unbind methods block until the studies that use
 * the provider have ended, so the provider's own deactivation starts only then.
 */
@Component(service = Providers.class, configurationPid = {"spine.app.defaults", "spine.app"})
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    /** The configuration, PID {@code spine.app}: how patient the platform is. */
    @ObjectClassDefinition(pid = "spine.app", name = "Scoring", description = "How patient the platform is while bundles come and go")
    @interface Config {
        @AttributeDefinition(name = "Patience", min = "0", description = "How long a study waits for a provider that is not there, s")
        long patience_seconds() default 30;

        @AttributeDefinition(name = "Drain", min = "0",
                description = "How long a leaving provider waits for its studies, s; longer than the longest study")
        long drain_seconds() default 1800;

        @AttributeDefinition(name = "Admission", min = "1", description = "How long activation and self-test of a provider may take together, s")
        long admission_seconds() default 60;

        @AttributeDefinition(name = "Patience for an index", min = "0", description = "How long a study waits for an index that is not there, s")
        long index_patience_seconds() default 10;

        @AttributeDefinition(name = "Time of an index", min = "1", description = "How long a scoring index may take over one study, s")
        long index_seconds() default 120;

        @AttributeDefinition(name = "Time of a model", min = "1", description = "How long a model may take over one stack of images, s")
        long segmentation_seconds() default 600;

        @AttributeDefinition(name = "Time of the localiser", min = "1", description = "How long an anatomy localiser may take over one study, s")
        long location_seconds() default 300;

        @AttributeDefinition(name = "Time of a writer", min = "1", description = "How long a report writer may take over one study, s")
        long writing_seconds() default 300;
    }

    private volatile Times times;
    private final ModelSelectionStore choices;
    private final Fetcher fetcher;
    private final ScheduledExecutorService clock = clock();
    private final ProviderRegistry<SegmentationModel> models;
    private final ProviderRegistry<AnatomyLocaliser> localisers;
    private final ProviderRegistry<ScoringIndex> indexes;
    private final ProviderRegistry<ReportWriter> writers;
    private final ProviderRegistry<StudyReader> readers;

    /**
     * @param patience of a study for a provider that is not there
     * @param indexPatience the same for an index
     * @param drain how long a leaving provider waits for its studies
     * @param admission how long activation and self-test may take
     * @param scoring how long an index may take over one study
     * @param segmentation how long a model may take over one stack
     * @param location how long a localiser may take over one study
     * @param writing how long a writer may take over one study
     */
    record Times(Duration patience, Duration indexPatience, Duration drain, Duration admission, Duration scoring,
            Duration segmentation, Duration location, Duration writing) {

        private static Times of(Config config) {
            return new Times(Duration.ofSeconds(config.patience_seconds()), Duration.ofSeconds(config.index_patience_seconds()),
                    Duration.ofSeconds(config.drain_seconds()), Duration.ofSeconds(config.admission_seconds()),
                    Duration.ofSeconds(config.index_seconds()), Duration.ofSeconds(config.segmentation_seconds()),
                    Duration.ofSeconds(config.location_seconds()), Duration.ofSeconds(config.writing_seconds()));
        }
    }

    /** How a service is got and given back. */
    interface Fetcher {
        <T> ValidatingServiceTracker.Source<T> source(ServiceReference<T> ref);
    }

    @Activate
    public Providers(BundleContext context, Config config) {
        this(Times.of(config), new ModelSelectionStore(Home.choices()), new ServiceFetcher(context));
    }

    /** Studies go on while the settings change. */
    @Modified
    void change(Config config) {
        times = Times.of(config);
    }

    Providers(Times times, ModelSelectionStore choices, Fetcher fetcher) {
        this.times = times;
        this.choices = choices;
        this.fetcher = fetcher;
        SelfTest test = new SelfTest();
        Supplier<Duration> patience = () -> this.times.patience();
        this.models = desk("model", patience, (offer, cancellation) -> test.fault(offer.service(), offer.name(), offer.model(),
                cancellation));
        this.localisers = desk("anatomy localiser", patience, (offer, cancellation) -> Optional.empty());
        this.indexes = desk("scoring index", () -> this.times.indexPatience(), (offer, cancellation) -> Optional.empty());
        this.writers = desk("report format", patience, (offer, cancellation) -> Optional.empty());
        this.readers = desk("reader of studies", patience, (offer, cancellation) -> Optional.empty());
    }

    private <T> ProviderRegistry<T> desk(String kind, Supplier<Duration> patience, ValidatingServiceTracker.Test<T> test) {
        Leases<ProviderDescriptor<T>> table = new Leases<>();
        return new ProviderRegistry<>(kind, table, new ValidatingServiceTracker<>(table, test, () -> times.admission(), clock), patience);
    }

    @Deactivate
    void close() {
        clock.shutdown();
    }

    Times times() {
        return times;
    }

    ModelSelectionStore choices() {
        return choices;
    }

    ProviderRegistry<SegmentationModel> models() {
        return models;
    }

    ProviderRegistry<AnatomyLocaliser> localisers() {
        return localisers;
    }

    ProviderRegistry<ScoringIndex> indexes() {
        return indexes;
    }

    ProviderRegistry<ReportWriter> writers() {
        return writers;
    }

    ProviderRegistry<StudyReader> readers() {
        return readers;
    }

    List<ProviderRegistry<?>> desks() {
        return List.of(models, localisers, indexes, writers, readers);
    }

    /** Waits until every provider that is there now has been admitted or refused, which takes a bounded time. */
    void awaitSettled() throws InterruptedException {
        for (ProviderRegistry<?> desk : desks()) {
            desk.admissions().awaitSettled();
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addModel(ServiceReference<SegmentationModel> ref) {
        add(models, SegmentationModel.MODEL_ROLE, SegmentationModel.MODEL_ID, SegmentationModel.MODEL_VERSION, ref);
    }

    void removeModel(ServiceReference<SegmentationModel> ref) {
        remove(models, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLocaliser(ServiceReference<AnatomyLocaliser> ref) {
        add(localisers, "", "", "", ref);
    }

    void removeLocaliser(ServiceReference<AnatomyLocaliser> ref) {
        remove(localisers, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addIndex(ServiceReference<ScoringIndex> ref) {
        add(indexes, ScoringIndex.INDEX_ID, ScoringIndex.INDEX_ID, ScoringIndex.INDEX_VERSION, ref);
    }

    void removeIndex(ServiceReference<ScoringIndex> ref) {
        remove(indexes, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addWriter(ServiceReference<ReportWriter> ref) {
        add(writers, ReportWriter.FORMAT, "", "", ref);
    }

    void removeWriter(ServiceReference<ReportWriter> ref) {
        remove(writers, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReader(ServiceReference<StudyReader> ref) {
        add(readers, "", "", "", ref);
    }

    void removeReader(ServiceReference<StudyReader> ref) {
        remove(readers, ref);
    }

    private <T> void add(ProviderRegistry<T> desk, String nameKey, String idKey, String versionKey, ServiceReference<T> ref) {
        desk.admissions().add(ref, rank(ref, versionKey),
                new ProviderDescriptor<>(text(ref, nameKey), text(ref, idKey), text(ref, versionKey), null), fetcher.source(ref));
    }

    private <T> void remove(ProviderRegistry<T> desk, ServiceReference<T> ref) {
        try {
            if (!desk.admissions().remove(ref, times.drain())) {
                LOG.warn("{} leaves although it is still in use", ref);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "admission-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    static Rank rank(ServiceReference<?> ref, String versionKey) {
        int ranking = ref.getProperty(Constants.SERVICE_RANKING) instanceof Integer value ? value : 0;
        return new Rank(ranking, text(ref, versionKey), (Long) ref.getProperty(Constants.SERVICE_ID));
    }

    private static String text(ServiceReference<?> ref, String key) {
        return ref.getProperty(key) instanceof String value ? value : "";
    }
}
