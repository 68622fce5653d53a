package spine.deploy.internal.gate;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The packages that are the platform's to export: those that its bundles export today, those that they import (an optional import would
 * be filled by whoever comes first), and those of Java and OSGi.
 *
 * @param names of the first two kinds
 */
public record PlatformPackages(Set<String> names) {
    private static final Set<String> RESERVED = Set.of("java.", "jdk.", "sun.", "com.sun.", "org.osgi.");

    public PlatformPackages {
        names = Set.copyOf(names);
    }

    /** @return the first of these packages that is one of them */
    public Optional<String> among(Collection<String> exported) {
        return exported.stream().filter(this::contains).findFirst();
    }

    private boolean contains(String name) {
        return names.contains(name) || RESERVED.stream().anyMatch(prefix -> (name + ".").startsWith(prefix));
    }
}
