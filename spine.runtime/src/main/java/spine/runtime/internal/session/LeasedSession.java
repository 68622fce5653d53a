package spine.runtime.internal.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.image.SeriesChoice;
import spine.api.image.StudyReader;
import spine.api.image.StudySource;
import spine.api.lease.Lease;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.report.ReportWriter;
import spine.api.score.ScoringIndex;
import spine.api.service.ScoringRequest;
import spine.api.service.UnavailableException;
import spine.pipeline.ForeignIndex;
import spine.pipeline.ProviderFailedException;
import spine.pipeline.ProviderSession;
import spine.pipeline.ScoredStudy;
import spine.pipeline.StudyProviders;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.GuardedIndex;
import spine.runtime.internal.guard.GuardedLocaliser;
import spine.runtime.internal.guard.GuardedModel;
import spine.runtime.internal.guard.GuardedSource;
import spine.runtime.internal.guard.GuardedWriter;
import spine.runtime.internal.provider.ProviderRegistry;
import spine.runtime.internal.provider.Providers;
import spine.runtime.internal.selection.AcceptedModels;
import spine.runtime.internal.selection.ModelSelection;
import spine.runtime.internal.selection.ModelSelectionStore;
import spine.runtime.internal.shadow.ShadowScoring;

/** The providers that serve one study from start to end, leased one by one and asked within their times. */
final class LeasedSession implements ProviderSession {
    private static final Logger LOG = LoggerFactory.getLogger(LeasedSession.class);

    private final Deque<Lease<?>> leases = new ArrayDeque<>();
    private final Providers providers;
    private final ModelSelectionStore selection;
    private final ShadowScoring shadow;
    private final CodeDigest code;
    private final List<String> parts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private StudySource source;
    private ProviderDescriptor<AnatomyLocaliser> localiser;
    private List<ProviderDescriptor<ScoringIndex>> indexes;
    private StudyProviders guarded;

    private LeasedSession(Providers providers, ModelSelectionStore selection, ShadowScoring shadow, CodeDigest code) {
        this.providers = providers;
        this.selection = selection;
        this.shadow = shadow;
        this.code = code;
    }

    /** @throws UnavailableException if a provider did not come up in time; the sentence names it */
    static LeasedSession open(Providers providers, ModelSelectionStore selection, ShadowScoring shadow, CodeDigest code,
            StudySource source, ScoringRequest request, Cancellation cancellation) throws UnavailableException {
        LeasedSession session = new LeasedSession(providers, selection, shadow, code);
        try {
            session.take(request, cancellation);
            session.take(source, cancellation);
            return session;
        } catch (UnavailableException | RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    @Override
    public StudySource source() {
        return source;
    }

    @Override
    public StudyProviders providers() {
        return guarded;
    }

    @Override
    public List<String> warnings() {
        return warnings;
    }

    @Override
    public List<String> parts() {
        return parts;
    }

    @Override
    public void completed(ScoredStudy study) {
        String first = study.result().scores().get(0).indexId();
        indexes.stream().filter(index -> index.id().equals(first)).findFirst()
                .ifPresent(index -> shadow.follow(study.result(), localiser, index));
    }

    @Override
    public void close() {
        while (!leases.isEmpty()) {
            leases.pop().close();
        }
    }

    private void take(ScoringRequest request, Cancellation cancellation) throws UnavailableException {
        ProviderDescriptor<SegmentationModel> anatomyModel = model(ModelRole.ANATOMY);
        ProviderDescriptor<SegmentationModel> oedemaModel = model(ModelRole.OEDEMA);
        localiser = lease(providers.localisers(), "");
        indexes = new ArrayList<>();
        List<ScoringIndex> guardedIndexes = new ArrayList<>();
        List<UnavailableException> missing = new ArrayList<>();
        for (String id : request.indexes()) {
            try {
                ProviderDescriptor<ScoringIndex> index = lease(providers.indexes(), id);
                indexes.add(index);
                GuardedIndex guardedIndex = new GuardedIndex(providers, index, cancellation);
                guardedIndexes.add(providers.foreign(index.service()) ? (ForeignIndex) guardedIndex::score : guardedIndex);
                replaced(index).ifPresent(this::warn);
            } catch (UnavailableException e) {
                missing.add(e);
                guardedIndexes.add(input -> {
                    throw new ProviderFailedException(e.getMessage(), e);
                });
            }
        }
        if (indexes.isEmpty() && !missing.isEmpty()) {
            throw missing.get(0);
        }
        List<ReportWriter> writers = new ArrayList<>();
        for (String format : lastTheOneWithTiming(request.formats())) {
            ProviderDescriptor<ReportWriter> writer = lease(providers.writers(), format);
            part("writer", writer);
            writers.add(new GuardedWriter(providers, writer, cancellation));
        }
        GuardedModel anatomy = new GuardedModel(providers, anatomyModel);
        GuardedModel oedema = new GuardedModel(providers, oedemaModel);
        parts.add("platform " + code.of(StudyProviders.class));
        modelPart(anatomyModel, anatomy);
        modelPart(oedemaModel, oedema);
        part("localiser", localiser);
        indexes.forEach(index -> part("index", index));
        guarded = new StudyProviders(anatomy, new GuardedLocaliser(providers, localiser, cancellation), oedema,
                guardedIndexes, writers);
    }

    /** Whoever reads a score by its name alone takes it for that of the platform. */
    private Optional<String> replaced(ProviderDescriptor<ScoringIndex> index) {
        return !providers.foreign(index.service()) ? Optional.empty() : providers.indexes().table().providers().stream()
                .filter(other -> other.name().equals(index.name()) && !providers.foreign(other.service())).findFirst()
                .map(own -> "The score " + index.name() + " is that of " + index.label() + providers.origin(index.service())
                        + ", not of the platform's own " + own.label() + ".");
    }

    private void part(String kind, ProviderDescriptor<?> provider) {
        parts.add((kind + " " + provider.label()).strip() + " of " + code.of(provider.service().getClass()));
    }

    private void modelPart(ProviderDescriptor<SegmentationModel> model, GuardedModel guardedModel) {
        parts.add("model " + model.model() + " sha256 " + guardedModel.card().weightsSha256()
                + " of " + code.of(model.service().getClass()));
    }

    private static String words(SeriesChoice choice) {
        return "series " + (choice.seriesInstanceUids().isEmpty() ? "chosen by the reader"
                : String.join(", ", choice.seriesInstanceUids().stream().sorted().toList()))
                + (choice.anyContrast() ? ", of any contrast" : "");
    }

    private void take(StudySource wanted, Cancellation cancellation) throws UnavailableException {
        if (wanted instanceof FoundStudy found) {
            Lease<ProviderDescriptor<StudyReader>> reader = found.lease();
            leases.push(reader);
            source = found.guarded(reader.provider(), cancellation);
            part("reader", reader.provider());
            parts.add(words(found.choice()));
        } else {
            source = new GuardedSource(providers, Optional.empty(), wanted.studyInstanceUid(), List.of(), wanted, cancellation);
        }
    }

    /** The chosen version; if it is not there the newest that is accepted, and a warning. */
    private ProviderDescriptor<SegmentationModel> model(String role) throws UnavailableException {
        ModelSelection choices = selection.read();
        AcceptedModels accepted = new AcceptedModels(providers.models().table().providers(), choices);
        Optional<ModelName> chosen = Optional.ofNullable(choices.used().get(role));
        Optional<ProviderDescriptor<SegmentationModel>> there = chosen.flatMap(name ->
                take(providers.models(), model -> model.name().equals(role) && model.model().equals(name), Duration.ZERO));
        if (there.isPresent()) {
            ProviderDescriptor<SegmentationModel> model = there.get();
            accepted.objection(model).ifPresent(why -> warn("The model " + model.model() + " serves because it was chosen, although "
                    + why.replaceFirst("; ./spine .*", "") + "."));
            selection.remember(model);
            return model;
        }
        ProviderDescriptor<SegmentationModel> newest = take(providers.models(),
                model -> model.name().equals(role) && accepted.accepts(model), providers.models().patience().get())
                .orElseThrow(() -> new UnavailableException(missing(role)));
        chosen.ifPresent(name -> warn("The chosen model " + name + " is not available; " + newest.model() + " served instead."));
        selection.remember(newest);
        return newest;
    }

    /** One sentence on why no model of the role serves. */
    private String missing(String role) {
        List<ProviderDescriptor<SegmentationModel>> ready = providers.models().table().providers();
        AcceptedModels accepted = new AcceptedModels(ready, selection.read());
        return ready.stream().filter(model -> model.name().equals(role)).findFirst()
                .map(model -> "No model " + role + " serves: " + model.model() + " is on standby, because "
                        + accepted.objection(model).orElse("it has only just been accepted") + ".")
                .orElseGet(() -> providers.models().missing(role));
    }

    private void warn(String sentence) {
        LOG.warn(sentence);
        warnings.add(sentence);
    }

    /** The JSON report names the time that writing took, so it is written after the other formats. */
    private static List<String> lastTheOneWithTiming(List<String> formats) {
        return formats.stream().distinct().sorted(Comparator.comparing("json"::equals)).toList();
    }

    private <T> ProviderDescriptor<T> lease(ProviderRegistry<T> registry, String name) throws UnavailableException {
        return take(registry, provider -> provider.name().equals(name), registry.patience().get())
                .orElseThrow(() -> new UnavailableException(registry.missing(name)));
    }

    private <T> Optional<ProviderDescriptor<T>> take(ProviderRegistry<T> registry, Predicate<ProviderDescriptor<T>> suitable,
            Duration patience) {
        Optional<Lease<ProviderDescriptor<T>>> lease = registry.lease(suitable, patience);
        lease.ifPresent(leases::push);
        return lease.map(Lease::provider);
    }
}
