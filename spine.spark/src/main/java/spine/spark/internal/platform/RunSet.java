package spine.spark.internal.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;

/**
 * The jar that {@code ./spine} runs: framework, bundles, start levels and properties, as bnd has exported them. For one thread; to be
 * closed.
 */
final class RunSet implements AutoCloseable {
    private static final Pattern LEVEL = Pattern.compile("([^,;]+);version=\"[^\"]*\";startlevel=\"?(\\d+)");
    private static final String LAUNCHER = "launcher.properties";

    private final JarFile jar;
    private final Properties launcher = new Properties();

    /** @throws RefusedException if the file is not such a jar */
    RunSet(Path file) throws RefusedException, IOException {
        try {
            jar = new JarFile(file.toFile());
        } catch (ZipException e) {
            throw new RefusedException(file + " is not the run set of spine: it is no jar (" + e.getMessage() + ").", ExitCode.USAGE);
        }
        try (InputStream in = open(LAUNCHER)) {
            launcher.load(in);
        } catch (RefusedException | IOException e) {
            jar.close();
            throw e;
        }
    }

    /** Unpacks the framework, and what else belongs on its class path, into an existing folder. */
    List<Path> unpackRunPath(Path folder) throws RefusedException, IOException {
        List<Path> unpacked = new ArrayList<>();
        for (String entry : jar.getManifest().getMainAttributes().getValue("Embedded-Runpath").split(",")) {
            Path file = folder.resolve(Path.of(entry).getFileName());
            try (InputStream in = open(entry)) {
                Files.copy(in, file);
            }
            unpacked.add(file);
        }
        return unpacked;
    }

    /** Entries of the bundles, in the order in which they are installed. */
    List<String> bundles() {
        return List.of(launcher.getProperty("launch.bundles").split(","));
    }

    /** Start levels by symbolic name. */
    Map<String, Integer> startLevels() {
        Map<String, Integer> levels = new HashMap<>();
        Matcher matcher = LEVEL.matcher(launcher.getProperty("launch.runbundles.attrs"));
        while (matcher.find()) {
            levels.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        }
        return levels;
    }

    /** Framework properties of the run set, without those that are for bnd's launcher alone. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        launcher.stringPropertyNames().stream().filter(name -> !name.startsWith("launch."))
                .forEach(name -> properties.put(name, launcher.getProperty(name)));
        return properties;
    }

    InputStream open(String entry) throws RefusedException, IOException {
        ZipEntry zipped = jar.getEntry(entry);
        if (zipped == null) {
            throw new RefusedException(jar.getName() + " is not the run set of spine: it has no " + entry + ".", ExitCode.USAGE);
        }
        return jar.getInputStream(zipped);
    }

    @Override
    public void close() throws IOException {
        jar.close();
    }
}
