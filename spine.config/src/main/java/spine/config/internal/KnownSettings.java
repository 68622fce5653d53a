package spine.config.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import spine.api.service.EffectiveSettings;

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
                return Optional.of(settings(information, pid));
            }
        }
        return Optional.empty();
    }

    /** By PID, the settings that can change a result: those of bundles that use packages of spine, but for PIDs that are operational. */
    SortedMap<String, List<Setting>> scoring() {
        SortedMap<String, List<Setting>> scoring = new TreeMap<>();
        Set<String> operational = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null && usesSpine(wiring)) {
                wiring.getCapabilities(EffectiveSettings.OPERATION).forEach(capability ->
                        operational.add(String.valueOf(capability.getAttributes().get(EffectiveSettings.OPERATION))));
                MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
                if (information != null) {
                    Stream.of(information.getPids(), information.getFactoryPids()).filter(Objects::nonNull).flatMap(Arrays::stream)
                            .forEach(pid -> scoring.put(pid, settings(information, pid).stream().filter(s -> !s.isSecret()).toList()));
                }
            }
        }
        scoring.keySet().removeAll(operational);
        return scoring;
    }

    private static boolean usesSpine(BundleWiring wiring) {
        return wiring.getRequiredWires(BundleRevision.PACKAGE_NAMESPACE).stream()
                .map(wire -> wire.getCapability().getAttributes().get(BundleRevision.PACKAGE_NAMESPACE).toString())
                .anyMatch(name -> name.startsWith("spine."));
    }

    private static List<Setting> settings(MetaTypeInformation information, String pid) {
        AttributeDefinition[] all = information.getObjectClassDefinition(pid, null).getAttributeDefinitions(ObjectClassDefinition.ALL);
        return all == null ? List.of() : Arrays.stream(all).map(Setting::new).toList();
    }

    private static boolean contains(String[] pids, String pid) {
        return pids != null && List.of(pids).contains(pid);
    }
}
