package spine.runtime.internal.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.anatomy.AnatomyLocaliser;
import spine.api.lease.Lease;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.ProviderDescriptor;

/** The providers that serve one study from start to end. Closing it gives them all back. */
final class LeasedSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeasedSession.class);

    private final Deque<Lease<?>> leases = new ArrayDeque<>();
    private final Providers providers;
    private ProviderDescriptor<SegmentationModel> anatomyModel;
    private ProviderDescriptor<SegmentationModel> oedemaModel;
    private ProviderDescriptor<AnatomyLocaliser> localiser;
    private final List<ProviderDescriptor<ScoringIndex>> indexes = new ArrayList<>();
    private final List<ProviderDescriptor<ReportWriter>> writers = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private LeasedSession(Providers providers) {
        this.providers = providers;
    }

    /** @throws UnavailableException if a provider did not come up in time; the sentence names it */
    static LeasedSession of(Providers providers, ScoringRequest request) throws UnavailableException {
        LeasedSession pinned = new LeasedSession(providers);
        try {
            pinned.take(request);
            return pinned;
        } catch (UnavailableException | RuntimeException e) {
            pinned.close();
            throw e;
        }
    }

    ProviderDescriptor<SegmentationModel> anatomyModel() {
        return anatomyModel;
    }

    ProviderDescriptor<SegmentationModel> oedemaModel() {
        return oedemaModel;
    }

    ProviderDescriptor<AnatomyLocaliser> localiser() {
        return localiser;
    }

    List<ProviderDescriptor<ScoringIndex>> indexes() {
        return indexes;
    }

    /** In the order in which they are to write. */
    List<ProviderDescriptor<ReportWriter>> writers() {
        return writers;
    }

    /** Sentences for the reader of the report; empty if the models that were chosen serve. */
    List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        while (!leases.isEmpty()) {
            leases.pop().close();
        }
    }

    private void take(ScoringRequest request) throws UnavailableException {
        anatomyModel = model(ModelRole.ANATOMY);
        oedemaModel = model(ModelRole.OEDEMA);
        localiser = lease(providers.localisers(), "");
        for (String id : request.indexes()) {
            indexes.add(lease(providers.indexes(), id));
        }
        for (String format : lastTheOneWithTiming(request.formats())) {
            writers.add(lease(providers.writers(), format));
        }
    }

    /** The chosen version; if it is not there the newest, and a warning. */
    private ProviderDescriptor<SegmentationModel> model(String role) throws UnavailableException {
        Optional<ModelName> chosen = Optional.ofNullable(providers.choices().read().used().get(role));
        Optional<ProviderDescriptor<SegmentationModel>> there = chosen.flatMap(name ->
                take(providers.models(), offer -> offer.name().equals(role) && offer.model().equals(name), Duration.ZERO));
        if (there.isPresent()) {
            remember(role, there.get().model());
            return there.get();
        }
        ProviderDescriptor<SegmentationModel> newest = lease(providers.models(), role);
        chosen.ifPresent(name -> warn("The chosen model " + name + " is not available; " + newest.model() + " served instead."));
        remember(role, newest.model());
        return newest;
    }

    private void warn(String sentence) {
        LOG.warn(sentence);
        warnings.add(sentence);
    }

    private void remember(String role, ModelName name) {
        if (!providers.choices().read().servedLast(role, name)) {
            try {
                providers.choices().change(choices -> choices.serving(role, name));
            } catch (IOException e) {
                LOG.warn("it could not be noted that {} serves now", name, e);
            }
        }
    }

    /** The JSON report names the time that writing took, so it is written after the other formats. */
    private static List<String> lastTheOneWithTiming(List<String> formats) {
        return formats.stream().distinct().sorted(Comparator.comparing("json"::equals)).toList();
    }

    private <T> ProviderDescriptor<T> lease(ProviderRegistry<T> desk, String name) throws UnavailableException {
        return take(desk, offer -> offer.name().equals(name), desk.patience().get())
                .orElseThrow(() -> new UnavailableException(desk.missing(name)));
    }

    private <T> Optional<ProviderDescriptor<T>> take(ProviderRegistry<T> desk, Predicate<ProviderDescriptor<T>> suitable, Duration patience) {
        try {
            Optional<Lease<ProviderDescriptor<T>>> lease = desk.table().acquire(suitable, patience);
            lease.ifPresent(leases::push);
            return lease.map(Lease::provider);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a " + desk.kind());
        }
    }
}
