package spine.spark.internal.platform;

import java.util.List;

/**
 * What the framework sees of this process: Java, the API of OSGi, and the package in which both speak with each other. Nothing of Spark,
 * whose libraries are of other versions.
 */
final class SharedClasses extends ClassLoader {
    private static final List<String> SHARED = List.of("spine.app.embedded.", "org.osgi.framework.", "org.osgi.resource.", "org.osgi.dto.");

    private final ClassLoader host;

    SharedClasses(ClassLoader host) {
        super(ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
