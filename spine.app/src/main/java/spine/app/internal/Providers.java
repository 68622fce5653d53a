package spine.app.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.StudyReader;
import spine.api.lease.Leases;
import spine.api.lease.Rank;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.app.internal.model.ChoiceFile;
import spine.app.internal.model.SelfTest;

/**
 * Everything a study can be served by, as it comes and goes. The bind methods take the reference alone and return at once:
 * a service is fetched and tested elsewhere, see {@link Admissions}. The unbind methods block until the studies that use
 * the provider have ended, so the provider's own deactivation starts only then.
 */
@Component(service = Providers.class)
public final class Providers {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    /** How patient the platform is. */
    @interface Config {
        /** How long a study waits for a provider that is not there, s. */
        long patience_seconds() default 30;

        /** How long a leaving provider waits for its studies, s; longer than the longest study. */
        long drain_seconds() default 1800;

        /** How long activation and self-test of a provider may take together, s. */
        long admission_seconds() default 60;

        /** How long a study waits for a scoring index that is not there, s. */
        long index_patience_seconds() default 10;

        /** How long a scoring index may take over one study, s. */
        long index_seconds() default 120;
    }

    private final Times times;
    private final ChoiceFile choices;
    private final Fetcher fetcher;
    private final ScheduledExecutorService clock = clock();
    private final Desk<SegmentationModel> models;
    private final Desk<AnatomyLocaliser> localisers;
    private final Desk<ScoringIndex> indexes;
    private final Desk<ReportWriter> writers;
    private final Desk<StudyReader> readers;

    /**
     * @param patience of a study for a provider that is not there
     * @param indexPatience the same for an index
     * @param drain how long a leaving provider waits for its studies
     * @param admission how long activation and self-test may take
     * @param scoring how long an index may take over one study
     */
    record Times(Duration patience, Duration indexPatience, Duration drain, Duration admission, Duration scoring) {
    }

    /** How a service is got and given back. */
    interface Fetcher {
        <T> Admissions.Source<T> source(ServiceReference<T> ref);
    }

    @Activate
    public Providers(BundleContext context, Config config) {
        this(new Times(Duration.ofSeconds(config.patience_seconds()), Duration.ofSeconds(config.index_patience_seconds()),
                Duration.ofSeconds(config.drain_seconds()), Duration.ofSeconds(config.admission_seconds()),
                Duration.ofSeconds(config.index_seconds())), new ChoiceFile(Home.choices()), new ServiceFetcher(context));
    }

    Providers(Times times, ChoiceFile choices, Fetcher fetcher) {
        this.times = times;
        this.choices = choices;
        this.fetcher = fetcher;
        SelfTest test = new SelfTest();
        this.models = desk("model", times.patience(), (offer, cancellation) -> test.fault(offer.service(), offer.name(), offer.model(),
                cancellation));
        this.localisers = desk("anatomy localiser", times.patience(), (offer, cancellation) -> Optional.empty());
        this.indexes = desk("scoring index", times.indexPatience(), (offer, cancellation) -> Optional.empty());
        this.writers = desk("report format", times.patience(), (offer, cancellation) -> Optional.empty());
        this.readers = desk("reader of studies", times.patience(), (offer, cancellation) -> Optional.empty());
    }

    private <T> Desk<T> desk(String kind, Duration patience, Admissions.Test<T> test) {
        Leases<Offer<T>> table = new Leases<>();
        return new Desk<>(kind, table, new Admissions<>(table, test, times.admission(), clock), patience);
    }

    @Deactivate
    void close() {
        clock.shutdown();
    }

    Times times() {
        return times;
    }

    ChoiceFile choices() {
        return choices;
    }

    Desk<SegmentationModel> models() {
        return models;
    }

    Desk<AnatomyLocaliser> localisers() {
        return localisers;
    }

    Desk<ScoringIndex> indexes() {
        return indexes;
    }

    Desk<ReportWriter> writers() {
        return writers;
    }

    Desk<StudyReader> readers() {
        return readers;
    }

    /** Waits until every provider that is there now has been admitted or refused, which takes a bounded time. */
    void awaitSettled() throws InterruptedException {
        models.admissions().awaitSettled();
        localisers.admissions().awaitSettled();
        indexes.admissions().awaitSettled();
        writers.admissions().awaitSettled();
        readers.admissions().awaitSettled();
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

    private <T> void add(Desk<T> desk, String nameKey, String idKey, String versionKey, ServiceReference<T> ref) {
        desk.admissions().add(ref, rank(ref, versionKey),
                new Offer<>(text(ref, nameKey), text(ref, idKey), text(ref, versionKey), null), fetcher.source(ref));
    }

    private <T> void remove(Desk<T> desk, ServiceReference<T> ref) {
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
