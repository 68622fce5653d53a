package spine.model.bmo;

import java.io.IOException;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import spine.api.model.ModelRole;
import spine.api.service.ComputeEngine;
import spine.unet.UNetModelService;

/**
 * Finds bone-marrow oedema. The model is in this bundle's folder {@code model}; the service is registered by hand, because
 * its version is the bundle's and known only at run time.
 */
@Component(service = {}, immediate = true)
@SatisfyingConditionTarget("(osgi.condition.id=spine.nd4j)")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.api.model.SegmentationModel\"")
public final class BmoModel {
    private final UNetModelService service;

    @Activate
    public BmoModel(BundleContext context, @Reference ComputeEngine engine) throws IOException {
        this.service = new UNetModelService(context, ModelRole.OEDEMA, engine.parallelImages());
    }

    @Deactivate
    void withdraw() {
        service.close();
    }
}
