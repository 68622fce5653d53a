package spine.isolation.internal.child;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleWiring;
import spine.api.model.SegmentationModel;
import spine.api.score.ScoringIndex;
import spine.isolation.internal.wire.Offer;

/**
 * A framework with one foreign bundle and those that it needs. The contracts are on the class path of the process and are exported by the
 * framework itself, so that the services of the bundle can be used from outside of it.
 */
final class ForeignBundle {
    private static final String CONFIGURATION_ADMIN = "org.osgi.service.cm.ConfigurationAdmin";
    /** Set by the framework or by Declarative Services, anew in every process. */
    private static final Set<String> OWN = Set.of(Constants.SERVICE_ID, Constants.OBJECTCLASS, Constants.SERVICE_BUNDLEID,
            Constants.SERVICE_SCOPE, "component.id", "component.name");

    private final Path storage;
    private final Path contracts;
    private final Path jar;
    private final List<Path> needed;
    private final Map<Integer, Object> services = new TreeMap<>();

    ForeignBundle(Path storage, Path contracts, Path jar, List<Path> needed) {
        this.storage = storage;
        this.contracts = contracts;
        this.jar = jar;
        this.needed = needed;
    }

    /**
     * Starts everything and activates the services of the bundle, which runs its code.
     *
     * @param settings properties by PID
     */
    List<Offer> start(Map<String, Map<String, Object>> settings) throws Exception {
        Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(properties());
        framework.init();
        BundleContext context = framework.getBundleContext();
        List<Bundle> others = new ArrayList<>();
        for (Path other : needed) {
            others.add(context.installBundle(other.toUri().toString()));
        }
        Bundle foreign = context.installBundle(jar.toUri().toString());
        framework.start();
        for (Bundle other : others) {
            other.start();
        }
        configure(context, settings);
        foreign.start();
        return offers(context, foreign);
    }

    synchronized ScoringIndex index(int number) {
        return (ScoringIndex) service(number);
    }

    synchronized SegmentationModel model(int number) {
        return (SegmentationModel) service(number);
    }

    private Object service(int number) {
        return Optional.ofNullable(services.get(number)).orElseThrow(() -> new IllegalStateException("the bundle no longer offers it"));
    }

    private Map<String, String> properties() throws IOException {
        Attributes exported;
        try (JarFile file = new JarFile(contracts.toFile())) {
            exported = file.getManifest().getMainAttributes();
        }
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, storage.toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, exported.getValue(Constants.EXPORT_PACKAGE));
        properties.put("felix.log.level", "1");
        return properties;
    }

    /** By reflection, because only bundles see the classes of the service. */
    private static void configure(BundleContext context, Map<String, Map<String, Object>> settings) throws ReflectiveOperationException {
        ServiceReference<?> reference = context.getServiceReference(CONFIGURATION_ADMIN);
        if (reference == null) {
            return;
        }
        Object admin = context.getService(reference);
        Class<?> type = reference.getBundle().adapt(BundleWiring.class).getClassLoader().loadClass(CONFIGURATION_ADMIN);
        Method get = type.getMethod("getConfiguration", String.class, String.class);
        for (Map.Entry<String, Map<String, Object>> setting : settings.entrySet()) {
            Object configuration = get.invoke(admin, setting.getKey(), "?");
            get.getReturnType().getMethod("update", Dictionary.class).invoke(configuration, new Hashtable<>(setting.getValue()));
        }
    }

    private synchronized List<Offer> offers(BundleContext context, Bundle foreign) throws BundleException {
        ServiceReference<?>[] registered = foreign.getRegisteredServices();
        List<ServiceReference<?>> references = registered == null ? List.of() : Arrays.stream(registered)
                .filter(reference -> offers(reference, ScoringIndex.class) || offers(reference, SegmentationModel.class))
                .sorted(Comparator.comparing(reference -> (Long) reference.getProperty(Constants.SERVICE_ID))).toList();
        List<Offer> offers = new ArrayList<>();
        for (ServiceReference<?> reference : references) {
            Object service = context.getService(reference);
            if (service == null) {
                throw new BundleException("a service of the bundle cannot be activated");
            }
            services.put(services.size(), service);
            Optional<SegmentationModel> model = offers(reference, SegmentationModel.class) ? Optional.of((SegmentationModel) service)
                    : Optional.empty();
            offers.add(new Offer(services.size() - 1, properties(reference), model.map(SegmentationModel::card),
                    model.map(SegmentationModel::engine).orElse("")));
        }
        return offers;
    }

    private static boolean offers(ServiceReference<?> reference, Class<?> type) {
        return List.of((String[]) reference.getProperty(Constants.OBJECTCLASS)).contains(type.getName());
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String key : reference.getPropertyKeys()) {
            if (!OWN.contains(key) && reference.getProperty(key) != null) {
                properties.put(key, reference.getProperty(key));
            }
        }
        return properties;
    }
}
