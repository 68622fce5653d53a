package spine.model.vbivd;

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
 * Finds vertebral bodies, discs, sacrum and canal. The model is in this bundle's folder {@code model}; the service is registered by hand, because
 * its version is the bundle's and known only at run time.
 */
@Component(service = {}, immediate = true)
@SatisfyingConditionTarget("(osgi.condition.id=spine.nd4j)")
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>=\"spine.api.model.SegmentationModel\"")
public final class VbivdModel {
    private final UNetModelService service;

    @Activate
    public VbivdModel(BundleContext context, @Reference ComputeEngine engine) throws IOException {
        this.service = new UNetModelService(context, ModelRole.ANATOMY, engine.parallelImages());
    }

    @Deactivate
    void withdraw() {
        service.close();
    }
}
