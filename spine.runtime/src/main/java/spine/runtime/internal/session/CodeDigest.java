package spine.runtime.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import spine.common.digest.Sha256;

/** Names the bundle that a class comes from, so that another build of the same version is told apart. Thread-safe. */
final class CodeDigest {
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Name, version and digest of the bundle; the name of the class where there is no framework. */
    String of(Class<?> code) {
        Bundle bundle = FrameworkUtil.getBundle(code);
        if (bundle == null) {
            return code.getName();
        }
        return known.computeIfAbsent(bundle.getBundleId() + " " + bundle.getLastModified(),
                installed -> bundle.getSymbolicName() + " " + bundle.getVersion() + " sha256 " + digest(bundle));
    }

    private static String digest(Bundle bundle) {
        MessageDigest all = Sha256.newDigest();
        for (URL entry : entries(bundle)) {
            try (InputStream content = entry.openStream()) {
                all.update((entry.getPath() + "\n" + Sha256.of(content) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(bundle.getSymbolicName() + " cannot be read", e);
            }
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private static List<URL> entries(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries("/", "*", true);
        return found == null ? List.of() : Collections.list(found).stream().filter(entry -> !entry.getPath().endsWith("/"))
                .sorted(Comparator.comparing(URL::getPath)).toList();
    }
}
