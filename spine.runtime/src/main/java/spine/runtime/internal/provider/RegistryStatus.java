package spine.runtime.internal.provider;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.model.RefusedModel;
import spine.api.model.SegmentationModel;
import spine.api.service.DeploymentStatus;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.runtime.ModelName;
import spine.runtime.internal.admission.RejectedProvider;

/** Looks up which of the providers that are not used come from a bundle. */
@Component
public final class RegistryStatus implements DeploymentStatus {
    private final BundleContext context;
    private final Providers providers;
    private final ModelCatalogue models;

    @Activate
    public RegistryStatus(BundleContext context, @Reference Providers providers, @Reference ModelCatalogue models) {
        this.context = context;
        this.providers = providers;
        this.models = models;
    }

    @Override
    public List<String> objections(long bundleId) throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        for (ServiceReference<RefusedModel> refused : references(RefusedModel.class)) {
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

    @Override
    public List<String> standby(long bundleId) {
        Set<ModelName> offered = references(SegmentationModel.class).stream().filter(model -> isOf(bundleId, model))
                .map(RegistryStatus::name).collect(Collectors.toSet());
        return models.entries().stream().filter(entry -> entry.state() == ModelEntry.State.STANDBY && !entry.remark().isEmpty())
                .filter(entry -> offered.contains(entry.name()))
                .map(entry -> "The model " + entry.name().id() + " " + entry.name().version() + " is on standby: " + entry.remark() + ".")
                .toList();
    }

    private static ModelName name(ServiceReference<SegmentationModel> model) {
        return new ModelName(String.valueOf(model.getProperty(SegmentationModel.MODEL_ID)),
                String.valueOf(model.getProperty(SegmentationModel.MODEL_VERSION)));
    }

    private <T> Collection<ServiceReference<T>> references(Class<T> type) {
        try {
            return context.getServiceReferences(type, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOf(long bundleId, ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle != null && bundle.getBundleId() == bundleId;
    }
}
