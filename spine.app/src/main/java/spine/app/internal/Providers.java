package spine.app.internal;

import java.time.Duration;

import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.lease.Leases;
import spine.api.lease.Rank;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;

/**
 * Everything a study can be served by, as it comes and goes. The unbind methods block until the studies that use the
 * provider have ended, so the provider's own deactivation starts only then.
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
    }

    private final Leases<Offer<SegmentationModel>> models = new Leases<>();
    private final Leases<Offer<AnatomyLocaliser>> localisers = new Leases<>();
    private final Leases<Offer<ScoringIndex>> indexes = new Leases<>();
    private final Leases<Offer<ReportWriter>> writers = new Leases<>();
    private final Duration patience;
    private final Duration drain;

    /**
     * A provider and the name it is asked for by; read when it comes, because a withdrawn service cannot be asked.
     *
     * @param name role, index id or format; empty where one provider is as good as another
     */
    record Offer<T>(String name, T service) {
    }

    @Activate
    public Providers(Config config) {
        this(Duration.ofSeconds(config.patience_seconds()), Duration.ofSeconds(config.drain_seconds()));
    }

    Providers(Duration patience, Duration drain) {
        this.patience = patience;
        this.drain = drain;
    }

    Duration patience() {
        return patience;
    }

    Leases<Offer<SegmentationModel>> models() {
        return models;
    }

    Leases<Offer<AnatomyLocaliser>> localisers() {
        return localisers;
    }

    Leases<Offer<ScoringIndex>> indexes() {
        return indexes;
    }

    Leases<Offer<ReportWriter>> writers() {
        return writers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addModel(SegmentationModel model, ServiceReference<SegmentationModel> ref) {
        add(models, SegmentationModel.MODEL_ROLE, SegmentationModel.MODEL_VERSION, model, ref);
    }

    void removeModel(ServiceReference<SegmentationModel> ref) {
        remove(models, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLocaliser(AnatomyLocaliser localiser, ServiceReference<AnatomyLocaliser> ref) {
        add(localisers, "", "", localiser, ref);
    }

    void removeLocaliser(ServiceReference<AnatomyLocaliser> ref) {
        remove(localisers, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addIndex(ScoringIndex index, ServiceReference<ScoringIndex> ref) {
        add(indexes, ScoringIndex.INDEX_ID, ScoringIndex.INDEX_VERSION, index, ref);
    }

    void removeIndex(ServiceReference<ScoringIndex> ref) {
        remove(indexes, ref);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addWriter(ReportWriter writer, ServiceReference<ReportWriter> ref) {
        add(writers, ReportWriter.FORMAT, "", writer, ref);
    }

    void removeWriter(ServiceReference<ReportWriter> ref) {
        remove(writers, ref);
    }

    private static <T> void add(Leases<Offer<T>> table, String nameKey, String versionKey, T service, ServiceReference<T> ref) {
        Offer<T> offer = new Offer<>(text(ref, nameKey), service);
        table.add(ref, offer, rank(ref, versionKey));
        LOG.info("{} {} is available", service.getClass().getName(), offer.name());
    }

    private <T> void remove(Leases<Offer<T>> table, ServiceReference<T> ref) {
        try {
            if (!table.remove(ref, drain)) {
                LOG.warn("{} leaves although a study still uses it after {} s", ref, drain.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Rank rank(ServiceReference<?> ref, String versionKey) {
        int ranking = ref.getProperty(Constants.SERVICE_RANKING) instanceof Integer value ? value : 0;
        return new Rank(ranking, text(ref, versionKey), (Long) ref.getProperty(Constants.SERVICE_ID));
    }

    private static String text(ServiceReference<?> ref, String key) {
        return ref.getProperty(key) instanceof String value ? value : "";
    }
}
