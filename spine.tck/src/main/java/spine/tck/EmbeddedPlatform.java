package spine.tck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A small container: framework, Declarative Services, Configuration Admin. The packages of spine.api and slf4j come from the
 * class path of the test, so that the test can talk to the services of the bundle.
 */
final class EmbeddedPlatform implements AutoCloseable {
    private static final List<String> BUNDLES = List.of("org.osgi.util.function", "org.osgi.util.promise",
            "org.osgi.service.component", "org.apache.felix.configadmin", "org.apache.felix.scr");
    private static final long STOP_MILLIS = 30_000;

    private final Framework framework;

    /** @param storage an empty folder */
    EmbeddedPlatform(Path storage) throws BundleException, IOException {
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, storage.toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SharedPackages.find(),
                "felix.log.level", "0"));
        framework.start();
        for (String name : BUNDLES) {
            try (InputStream jar = EmbeddedPlatform.class.getResourceAsStream("/bundles/" + name + ".jar")) {
                framework.getBundleContext().installBundle("tck:" + name, jar).start();
            }
        }
    }

    Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    /** The services that the bundle offers at the moment. */
    static List<ServiceReference<?>> services(Bundle bundle) {
        ServiceReference<?>[] references = bundle.getRegisteredServices();
        return references == null ? List.of() : Arrays.asList(references);
    }

    Object service(ServiceReference<?> reference) {
        return framework.getBundleContext().getService(reference);
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(STOP_MILLIS);
    }
}
