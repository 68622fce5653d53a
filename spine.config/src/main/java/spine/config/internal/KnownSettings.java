package spine.config.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** What the installed bundles say about the settings they have. */
final class KnownSettings {
    private final BundleContext context;
    private final MetaTypeService metatypes;

    KnownSettings(BundleContext context, MetaTypeService metatypes) {
        this.context = context;
        this.metatypes = metatypes;
    }

    /** @return empty if no bundle describes the PID */
    Optional<List<Setting>> of(String pid) {
        for (Bundle bundle : context.getBundles()) {
            MetaTypeInformation information = bundle.getSymbolicName() == null ? null : metatypes.getMetaTypeInformation(bundle);
            if (information != null && (contains(information.getPids(), pid) || contains(information.getFactoryPids(), pid))) {
                AttributeDefinition[] all = information.getObjectClassDefinition(pid, null)
                        .getAttributeDefinitions(ObjectClassDefinition.ALL);
                return Optional.of(all == null ? List.of() : Arrays.stream(all).map(Setting::new).toList());
            }
        }
        return Optional.empty();
    }

    private static boolean contains(String[] pids, String pid) {
        return pids != null && List.of(pids).contains(pid);
    }
}
