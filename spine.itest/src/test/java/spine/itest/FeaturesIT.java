package spine.itest;

import static org.junit.Assert.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.Test;

/** Karaf gets the bundles that the command line has, apart from those that it brings along. */
public class FeaturesIT {
    private static final Pattern BUNDLE = Pattern.compile("<bundle[^>]*>mvn:[^/<]+/([^/<]+)/([^/<]+)</bundle>");
    /** Console, configuration and log are Karaf's own. */
    private static final Pattern OF_KARAF = Pattern.compile(
            "org\\.apache\\.felix\\.(configadmin|log|gogo\\..*)-.*|slf4j-.*|org\\.apache\\.aries\\.spifly.*|asm-.*");
    /** Exported by the framework itself elsewhere. */
    private static final Pattern ONLY_FOR_KARAF = Pattern.compile("org\\.osgi\\.service\\.condition-.*");

    @Test
    public void theFeaturesAreTheRunSet() throws Exception {
        Set<String> expected = RunSet.fileNames();
        expected.removeIf(OF_KARAF.asMatchPredicate());
        Set<String> named = features();
        named.removeIf(ONLY_FOR_KARAF.asMatchPredicate());
        assertEquals(expected, named);
    }

    private static Set<String> features() throws Exception {
        String version = System.getProperty("it.version");
        Path file = Path.of(System.getProperty("it.karaf.repository"), "spine", "spine.karaf", version,
                "spine.karaf-" + version + "-features.xml");
        return BUNDLE.matcher(Files.readString(file)).results().map(match -> match.group(1) + "-" + match.group(2) + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
