package spine.nd4j.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/**
 * The class loader that ND4J looks for its backends with, without those that cannot be used here. ND4J's own check only counts devices, and
 * its order of backends can be changed by the environment of the process alone. In a framework the address of a resource does not say which
 * jar it is in, so its content decides.
 */
final class BackendFilter extends ClassLoader {
    private static final String BACKENDS = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final Set<String> hidden;

    /** @param hidden class names of backends */
    BackendFilter(ClassLoader own, Set<String> hidden) {
        super(own);
        this.hidden = Set.copyOf(hidden);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.equals(BACKENDS)) {
            return all;
        }
        List<URL> kept = new ArrayList<>();
        while (all.hasMoreElements()) {
            URL file = all.nextElement();
            try (InputStream in = file.openStream()) {
                String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (content.lines().map(String::strip).noneMatch(hidden::contains)) {
                    kept.add(file);
                }
            }
        }
        return Collections.enumeration(kept);
    }
}
