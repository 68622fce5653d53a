package spine.itest;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.UrlProvisionOption;

/** The bundles and start levels of the exported jar, so that what is tested is what is delivered. */
final class RunSet {
    private static final Pattern LEVEL = Pattern.compile("([^,;]+);version=\"[^\"]*\";startlevel=\"?(\\d+)");
    /** Of a command; what lets others in lies above, see the run set. */
    private static final int EVERYTHING = 30;

    private RunSet() {
    }

    /** The whole platform with every bundle started, and an empty home folder. */
    static Option platform() {
        try {
            return platform(Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same with a home folder of the test's own.
     *
     * @param without names of bundles to leave out
     */
    static Option platform(Path home, String... without) {
        return platformOf(System.getProperty("it.app"), home, without);
    }

    /** The same of another exported jar. */
    static Option platformOf(String jar, Path home, String... without) {
        return platformOf(jar, home, false, without);
    }

    /** With what lets others in, which is started when a test raises the start level to 40; until then it is not resolved either. */
    static Option serving(Path home) {
        return platformOf(System.getProperty("it.app"), home, true);
    }

    private static Option platformOf(String jar, Path home, boolean serving, String... without) {
        try (JarFile app = new JarFile(jar)) {
            Properties launcher = launcher(app);
            Map<String, Integer> levels = levels(launcher.getProperty("launch.runbundles.attrs"));
            List<Option> options = new ArrayList<>(List.of(junitBundles(), frameworkStartLevel(EVERYTHING),
                    systemProperty("spine.home").value(home.toString()),
                    frameworkProperty("spine.deploy.active.level").value(Integer.toString(EVERYTHING)),
                    frameworkProperty("gosh.args").value("--nointeractive"),
                    systemProperty("pax.exam.osgi.unresolved.fail").value(Boolean.toString(!serving)),
                    systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN")));
            for (String entry : launcher.getProperty("launch.bundles").split(",")) {
                Path file = unpack(app, entry);
                boolean wanted = serving || levels.getOrDefault(name(file), 1) <= EVERYTHING;
                if (wanted && !List.of(without).contains(name(file))) {
                    options.add(option(file, levels));
                }
            }
            return composite(options.toArray(Option[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File names of the bundles, such as {@code spine.api-3.0.0.jar}. */
    static Set<String> fileNames() throws IOException {
        try (JarFile app = new JarFile(System.getProperty("it.app"))) {
            return Arrays.stream(launcher(app).getProperty("launch.bundles").split(","))
                    .map(entry -> Path.of(entry).getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties launcher(JarFile app) throws IOException {
        Properties launcher = new Properties();
        try (InputStream in = app.getInputStream(app.getEntry("launcher.properties"))) {
            launcher.load(in);
        }
        return launcher;
    }

    private static Map<String, Integer> levels(String attributes) {
        Map<String, Integer> levels = new HashMap<>();
        Matcher matcher = LEVEL.matcher(attributes);
        while (matcher.find()) {
            levels.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        }
        return levels;
    }

    private static Path unpack(JarFile app, String entry) throws IOException {
        Path file = Path.of(System.getProperty("it.work"), "bundles", Path.of(entry).getFileName().toString());
        ZipEntry zipped = app.getEntry(entry);
        if (!Files.exists(file) || Files.size(file) != zipped.getSize()
                || Files.getLastModifiedTime(file).toMillis() < Path.of(app.getName()).toFile().lastModified()) {
            Files.createDirectories(file.getParent());
            try (InputStream in = app.getInputStream(zipped)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file;
    }

    private static String name(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName").split(";")[0].trim();
        }
    }

    private static UrlProvisionOption option(Path file, Map<String, Integer> levels) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            UrlProvisionOption option = bundle("reference:" + file.toUri()).startLevel(levels.getOrDefault(name(file), 1));
            return manifest.getValue("Fragment-Host") == null ? option : option.noStart();
        }
    }
}
