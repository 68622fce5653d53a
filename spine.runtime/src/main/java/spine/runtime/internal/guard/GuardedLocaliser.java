package spine.runtime.internal.guard;

import java.util.List;

import spine.api.Cancellation;
import spine.api.anatomy.AnatomyLocaliser;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.ClassProbabilities;
import spine.api.image.Study;
import spine.runtime.internal.admission.ProviderDescriptor;
import spine.runtime.internal.contract.AnatomyContract;
import spine.runtime.internal.provider.Providers;

/** A localiser that answers in time and as it has promised, or fails by name. */
public final class GuardedLocaliser implements AnatomyLocaliser {
    private final Providers providers;
    private final ProviderInvoker<AnatomyLocaliser> invoker;
    private final Cancellation cancellation;

    /** @param cancellation of the study */
    public GuardedLocaliser(Providers providers, ProviderDescriptor<AnatomyLocaliser> localiser, Cancellation cancellation) {
        this.providers = providers;
        this.invoker = new ProviderInvoker<>(providers.localisers(), localiser,
                "The anatomy localiser" + providers.origin(localiser.service()), () -> providers.limits().location());
        this.cancellation = cancellation;
    }

    @Override
    public SpineAnatomy locate(Study study, List<ClassProbabilities> maps) {
        boolean foreign = providers.foreign(invoker.service());
        Handover handover = new Handover(foreign);
        Study images = handover.of(study);
        List<ClassProbabilities> classes = handover.of(maps);
        SpineAnatomy anatomy = invoker.ask(cancellation, own -> new Handover(foreign).of(invoker.service().locate(images, classes)));
        invoker.requireUnchanged(handover);
        return invoker.checked("study " + study.studyInstanceUid(), anatomy, new AnatomyContract(study)::check);
    }
}
