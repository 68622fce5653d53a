package spine.runtime.internal.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.model.RefusedModel;
import spine.api.service.DeploymentStatus;
import spine.runtime.internal.admission.RejectedProvider;

/** Looks up which of the providers that are not used come from a bundle. */
@Component
public final class RegistryStatus implements DeploymentStatus {
    private final BundleContext context;
    private final Providers providers;

    @Activate
    public RegistryStatus(BundleContext context, @Reference Providers providers) {
        this.context = context;
        this.providers = providers;
    }

    @Override
    public List<String> objections(long bundleId) throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        for (ServiceReference<RefusedModel> refused : refusedModels()) {
            RefusedModel model = isOf(bundleId, refused) ? context.getService(refused) : null;
            if (model != null) {
                sentences.add("The model " + model.id() + " " + model.version() + " is refused: " + model.reason() + ".");
                context.ungetService(refused);
            }
        }
        Predicate<Object> fromThere = key -> key instanceof ServiceReference<?> reference && isOf(bundleId, reference);
        for (ProviderRegistry<?> registry : providers.registries()) {
            for (RejectedProvider refusal : registry.tracker().refusals(fromThere)) {
                sentences.add("The " + registry.kind() + " " + refusal.label() + " is refused: " + refusal.reason() + ".");
            }
        }
        return sentences;
    }

    private Collection<ServiceReference<RefusedModel>> refusedModels() {
        try {
            return context.getServiceReferences(RefusedModel.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOf(long bundleId, ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle != null && bundle.getBundleId() == bundleId;
    }
}
