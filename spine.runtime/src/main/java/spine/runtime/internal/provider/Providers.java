package spine.runtime.internal.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;

import org.osgi.annotation.bundle.Capability;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.StudyReader;
import spine.api.lease.Leases;
import spine.api.lease.Rank;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.api.service.EffectiveSettings;
import spine.common.install.InstallPaths;
import spine.runtime.EngineState;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.admission.SelfTest;
import spine.runtime.internal.admission.ValidatingServiceTracker;

/**
 * Everything a study can be served by, as it comes and goes. The bind methods take the reference alone and return at once:
 * a service is fetched and tested elsewhere, see {@link ValidatingServiceTracker}. The unbind methods block until the studies that use
 * the provider have ended, so the provider's own deactivation starts only then. Safe for use by many threads.
 */
@Capability(namespace = EffectiveSettings.OPERATION, name = TimeSettings.PID)
@Component(service = {Providers.class, EngineState.class}, configurationPid = {TimeSettings.SHIPPED, TimeSettings.PID})
public final class Providers implements EngineState {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private volatile TimeLimits limits;
    private final Fetcher fetcher;
    private final DeployedBundles deployed;
    private final ForeignCode code;
    private final ScheduledExecutorService clock = clock();
    private final ProviderRegistry<SegmentationModel> models;
    private final ProviderRegistry<AnatomyLocaliser> localisers;
    private final ProviderRegistry<ScoringIndex> indexes;
    private final ProviderRegistry<ReportWriter> writers;
    private final ProviderRegistry<StudyReader> readers;

    /** How a service is got and given back. */
    public interface Fetcher {
        <T> ValidatingServiceTracker.Source<T> source(ServiceReference<T> ref);
    }

    @Activate
    public Providers(BundleContext context, TimeSettings settings) {
        this(TimeLimits.of(settings), context, new DeployedBundles(InstallPaths.of(context::getProperty).deploy()));
    }

    private Providers(TimeLimits limits, BundleContext context, DeployedBundles deployed) {
        this(limits, new ServiceFetcher(context, new ForeignCode(deployed)), deployed);
    }

    /** Studies go on while the settings change. */
    @Modified
    void change(TimeSettings settings) {
        limits = TimeLimits.of(settings);
    }

    public Providers(TimeLimits limits, Fetcher fetcher, DeployedBundles deployed) {
        this.limits = limits;
        this.fetcher = fetcher;
        this.deployed = deployed;
        this.code = new ForeignCode(deployed);
        SelfTest test = new SelfTest();
        Supplier<Duration> patience = () -> this.limits.patience();
        this.models = registry("model", patience, (model, cancellation) -> test.fault(model.service(), model.name(), model.model(),
                cancellation));
        this.localisers = registry("anatomy localiser", patience, (localiser, cancellation) -> Optional.empty());
        this.indexes = registry("scoring index", () -> this.limits.indexPatience(), (index, cancellation) -> Optional.empty());
        this.writers = registry("report format", patience, (writer, cancellation) -> Optional.empty());
        this.readers = registry("reader of studies", patience, (reader, cancellation) -> Optional.empty());
    }

    /** Whether a provider is not the platform's own code: it may do whatever it likes to what it is handed. */
    public boolean foreign(Object provider) {
        return code.is(provider);
    }

    /** Continues the name of a provider in a sentence with its bundle, where it is foreign; else empty. */
    public String origin(Object provider) {
        String bundle = foreign(provider) ? ForeignCode.bundleOf(provider) : "";
        return bundle.isEmpty() ? "" : " of " + bundle;
    }

    private <T> ProviderRegistry<T> registry(String kind, Supplier<Duration> patience, ValidatingServiceTracker.Test<T> test) {
        Leases<ProviderDescriptor<T>> table = new Leases<>();
        return new ProviderRegistry<>(kind, table, new ValidatingServiceTracker<>(table, test, () -> limits.admission(), clock), patience);
    }

    @Deactivate
    void close() {
        clock.shutdown();
    }

    public TimeLimits limits() {
        return limits;
    }

    public ProviderRegistry<SegmentationModel> models() {
        return models;
    }

    public ProviderRegistry<AnatomyLocaliser> localisers() {
        return localisers;
    }

    public ProviderRegistry<ScoringIndex> indexes() {
        return indexes;
    }

    public ProviderRegistry<ReportWriter> writers() {
        return writers;
    }

    public ProviderRegistry<StudyReader> readers() {
        return readers;
    }

    List<ProviderRegistry<?>> registries() {
        return List.of(models, localisers, indexes, writers, readers);
    }

    @Override
    public boolean settled() {
        return registries().stream().allMatch(registry -> registry.tracker().pending().isEmpty());
    }

    @Override
    public void awaitSettled() throws InterruptedException {
        for (ProviderRegistry<?> registry : registries()) {
            registry.tracker().awaitSettled();
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
        add(readers, StudyReader.READER_ID, StudyReader.READER_ID, "", ref);
    }

    void removeReader(ServiceReference<StudyReader> ref) {
        remove(readers, ref);
    }

    private <T> void add(ProviderRegistry<T> registry, String nameKey, String idKey, String versionKey, ServiceReference<T> ref) {
        ProviderDescriptor<T> claims = new ProviderDescriptor<>(text(ref, nameKey), text(ref, idKey), text(ref, versionKey),
                deployed.holds(ref.getBundle()), "", null);
        registry.tracker().add(ref, rank(ref, versionKey), claims, fetcher.source(ref));
    }

    private <T> void remove(ProviderRegistry<T> registry, ServiceReference<T> ref) {
        try {
            if (!registry.tracker().remove(ref, limits.drain())) {
                LOG.warn("{} is withdrawn although it is still in use", ref);
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

    private static Rank rank(ServiceReference<?> ref, String versionKey) {
        int ranking = ref.getProperty(Constants.SERVICE_RANKING) instanceof Integer value ? value : 0;
        return new Rank(ranking, text(ref, versionKey), (Long) ref.getProperty(Constants.SERVICE_ID));
    }

    private static String text(ServiceReference<?> ref, String key) {
        return ref.getProperty(key) instanceof String value ? value : "";
    }
}
