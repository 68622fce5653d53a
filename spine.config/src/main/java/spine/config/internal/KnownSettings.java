package spine.config.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.api.service.EffectiveSettings;
import spine.common.settings.MetatypeDocument;
import spine.common.settings.ValueRule;

/** What the installed bundles say about the settings they have. */
final class KnownSettings {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSettings.class);

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
        Map<String, ValueRule> rules = new HashMap<>();
        documents(information.getBundle()).forEach(url -> {
            try (InputStream in = url.openStream()) {
                MetatypeDocument.read(in).getOrDefault(pid, List.of()).forEach(attribute -> rules.put(attribute.id(), attribute.rule()));
            } catch (IOException e) {
                LOG.warn("the bounds of settings in {} are not known", url, e);
            }
        });
        return all == null ? List.of() : Arrays.stream(all).map(definition -> rules.containsKey(definition.getID())
                ? new Setting(definition, rules.get(definition.getID())) : new Setting(definition)).toList();
    }

    private static List<URL> documents(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(MetatypeDocument.FOLDER, "*.xml", false);
        return found == null ? List.of() : Collections.list(found);
    }

    private static boolean contains(String[] pids, String pid) {
        return pids != null && List.of(pids).contains(pid);
    }
}
