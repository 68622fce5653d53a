package spine.runtime.internal.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.lease.Lease;
import spine.api.model.ModelRole;
import spine.api.model.SegmentationModel;
import spine.api.score.ScoringIndex;
import spine.api.service.UnavailableException;
import spine.api.training.AnnotatedStack;
import spine.api.training.TrainingCases;
import spine.runtime.ModelName;
import spine.runtime.ModelTrial;
import spine.runtime.ModelTrials;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.guard.GuardedIndex;
import spine.runtime.internal.guard.GuardedLocaliser;
import spine.runtime.internal.guard.GuardedModel;
import spine.runtime.internal.provider.ProviderRegistry;
import spine.runtime.internal.provider.Providers;
import spine.runtime.internal.selection.AcceptedModels;
import spine.runtime.internal.selection.ModelSelectionStore;
import spine.runtime.internal.selection.ModelTrialRecord;

/** Compares models on studies whose truth is known, each provider held meanwhile, and keeps the outcome beside the choice of models. */
@Component
public final class ReferenceTrials implements ModelTrials {
    /** A Dice that is lower by less than this may be chance on a few studies. */
    private static final double DICE_SLACK = 0.02;
    /** The same of the mean error of a total, in its points. */
    private static final double ERROR_SLACK = 1;

    private final Providers providers;
    private final ModelSelectionStore selection;

    @Activate
    public ReferenceTrials(@Reference Providers providers, @Reference ModelSelectionStore selection) {
        this.providers = providers;
        this.selection = selection;
    }

    @Override
    public String role(String model) throws UnavailableException {
        return require(model).name();
    }

    @Override
    public ModelTrial run(String model, TrainingCases cases, Progress progress, Cancellation cancellation)
            throws UnavailableException, UnusableInputException, IOException {
        ProviderDescriptor<SegmentationModel> candidate = require(model);
        ProviderDescriptor<SegmentationModel> serving = accepted().reference(candidate).orElseThrow(() -> new UnavailableException(
                "There is no other " + candidate.name() + " model to compare " + candidate.model() + " with; ./spine models use "
                        + candidate.model() + " lets it serve."));
        Deque<Lease<?>> leases = new ArrayDeque<>();
        try {
            Figures ofCandidate = figures(candidate, leases, cancellation);
            Figures ofServing = figures(serving, leases, cancellation);
            for (int patient = 0; patient < cases.size(); patient++) {
                progress.at("trial", (double) patient / cases.size());
                for (List<AnnotatedStack> study : studies(cases.patient(patient, candidate.name()))) {
                    cancellation.check();
                    ofCandidate.add(study, cancellation);
                    ofServing.add(study, cancellation);
                }
            }
            progress.at("trial", 1);
            return kept(candidate, serving, cases.description(), compared(ofCandidate.values(), ofServing.values()));
        } finally {
            leases.forEach(Lease::close);
        }
    }

    /** The stacks of a patient by frame of reference: those of two studies must not be taken for stations of one. */
    private static List<List<AnnotatedStack>> studies(List<AnnotatedStack> stacks) {
        Map<String, List<AnnotatedStack>> studies = new LinkedHashMap<>();
        stacks.forEach(stack -> studies.computeIfAbsent(stack.stack().frameOfReferenceUid(), frame -> new ArrayList<>()).add(stack));
        return List.copyOf(studies.values());
    }

    private Figures figures(ProviderDescriptor<SegmentationModel> model, Deque<Lease<?>> leases, Cancellation cancellation)
            throws UnavailableException {
        GuardedModel guarded = new GuardedModel(providers, lease(providers.models(), model.name(),
                other -> other.service() == model.service(), leases));
        if (model.name().equals(ModelRole.ANATOMY)) {
            return new AnatomyFigures(guarded);
        }
        ProviderDescriptor<SegmentationModel> anatomy = accepted().serving(ModelRole.ANATOMY)
                .orElseThrow(() -> new UnavailableException(providers.models().missing(ModelRole.ANATOMY)));
        ProviderDescriptor<AnatomyLocaliser> localiser = lease(providers.localisers(), "", any -> true, leases);
        ProviderDescriptor<ScoringIndex> index = lease(providers.indexes(), "sparcc", sparcc -> sparcc.name().equals("sparcc"), leases);
        return new OedemaFigures(guarded, new GuardedModel(providers, lease(providers.models(), ModelRole.ANATOMY,
                other -> other.service() == anatomy.service(), leases)), new GuardedLocaliser(providers, localiser, cancellation),
                new GuardedIndex(providers, index, cancellation));
    }

    private static List<ModelTrial.Figure> compared(Map<String, Double> candidate, Map<String, Double> serving)
            throws UnusableInputException {
        List<ModelTrial.Figure> figures = new ArrayList<>();
        candidate.forEach((name, value) -> figures.add(new ModelTrial.Figure(name, value, serving.get(name),
                name.equals(OedemaFigures.ERROR) ? value > serving.get(name) + ERROR_SLACK : value < serving.get(name) - DICE_SLACK)));
        if (figures.stream().noneMatch(figure -> Double.isFinite(figure.candidate()) && !figure.name().equals(OedemaFigures.ERROR))) {
            throw new UnusableInputException("The studies show nothing of what the models look for, so they say nothing about them.");
        }
        return figures;
    }

    private ModelTrial kept(ProviderDescriptor<SegmentationModel> candidate, ProviderDescriptor<SegmentationModel> serving, String cases,
            List<ModelTrial.Figure> figures) throws IOException {
        boolean accepted = figures.stream().noneMatch(ModelTrial.Figure::worse);
        String words = figures.stream().filter(figure -> Double.isFinite(figure.candidate()))
                .map(figure -> String.format(Locale.ROOT, "%s %.3f instead of %.3f", figure.name(), figure.candidate(), figure.serving()))
                .collect(Collectors.joining(", "));
        ModelTrialRecord outcome = new ModelTrialRecord(candidate.model(), serving.model(), words, cases, accepted);
        selection.change(choices -> choices.tried(candidate.weightsSha256(), outcome));
        return new ModelTrial(candidate.model(), serving.model(), cases, figures, accepted);
    }

    private ProviderDescriptor<SegmentationModel> require(String text) throws UnavailableException {
        ModelName name = ModelName.of(text);
        List<ProviderDescriptor<SegmentationModel>> ready = providers.models().table().providers();
        return ready.stream().filter(model -> model.model().equals(name)).findFirst().orElseThrow(() -> new UnavailableException("No model "
                + name + " is available; there is " + ready.stream().map(other -> other.model().toString())
                .collect(Collectors.joining(", ")) + "."));
    }

    private AcceptedModels accepted() {
        return new AcceptedModels(providers.models().table().providers(), selection.read());
    }

    private static <T> ProviderDescriptor<T> lease(ProviderRegistry<T> registry, String name, Predicate<ProviderDescriptor<T>> suitable,
            Deque<Lease<?>> leases) throws UnavailableException {
        Lease<ProviderDescriptor<T>> lease = registry.lease(suitable, Duration.ZERO)
                .orElseThrow(() -> new UnavailableException(registry.missing(name)));
        leases.push(lease);
        return lease.provider();
    }
}
