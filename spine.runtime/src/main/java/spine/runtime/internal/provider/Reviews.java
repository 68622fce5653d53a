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
public final class Reviews implements DeploymentStatus {
    private final BundleContext context;
    private final Providers providers;

    @Activate
    public Reviews(BundleContext context, @Reference Providers providers) {
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
        for (ProviderRegistry<?> desk : providers.desks()) {
            for (RejectedProvider refusal : desk.admissions().refusals(fromThere)) {
                sentences.add("The " + desk.kind() + " " + refusal.label() + " is refused: " + refusal.reason() + ".");
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
