package spine.config.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.common.settings.ConfigurationFile;

/** Keeps Configuration Admin in step with a folder of files. What a file no longer says falls back to its default. */
final class ConfigurationFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationFolder.class);
    /** Property of a configuration that a file has made: the name of that file. */
    static final String ORIGIN = "spine.config.file";

    private static final Stamp NOTHING = new Stamp(FileTime.fromMillis(0), -1);

    private final Path folder;
    private final ConfigurationAdmin admin;
    private final KnownSettings known;
    private final Map<String, Stamp> applied = new HashMap<>();
    private final Map<String, List<String>> problems = new TreeMap<>();
    private Map<String, Stamp> lastLook = Map.of();

    private record Stamp(FileTime modified, long size) {
    }

    ConfigurationFolder(Path folder, ConfigurationAdmin admin, KnownSettings known) {
        this.folder = folder;
        this.admin = admin;
        this.known = known;
    }

    synchronized List<String> problems() {
        return problems.values().stream().flatMap(List::stream).toList();
    }

    /** Takes every file as it is now. */
    synchronized void readAll() throws IOException {
        lastLook = look();
        readChanged();
    }

    /** Takes the files that have changed since, and look the same as at the last call: one that is being written waits. */
    synchronized void readChanged() throws IOException {
        Map<String, Stamp> now = look();
        for (Map.Entry<String, Stamp> file : now.entrySet()) {
            Stamp stamp = file.getValue();
            if (stamp.equals(lastLook.get(file.getKey())) && !stamp.equals(applied.get(file.getKey()))) {
                if (apply(new ConfigurationFile(folder.resolve(file.getKey())))) {
                    applied.put(file.getKey(), stamp);
                }
            }
        }
        lastLook = now;
        withdraw(now.keySet());
    }

    private Map<String, Stamp> look() throws IOException {
        Map<String, Stamp> stamps = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "[!.]*" + ConfigurationFile.SUFFIX)) {
                for (Path file : files) {
                    stamps.put(file.getFileName().toString(), stamp(file));
                }
            }
        }
        return stamps;
    }

    /** Of a link that leads nowhere too, which is then read in vain and named. */
    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException notThere) {
            return NOTHING;
        }
    }

    /** @return whether that is final; what a bundle that is yet to come configures can be checked only then */
    private boolean apply(ConfigurationFile file) throws IOException {
        Optional<List<Setting>> described = known.of(file.pid());
        CheckedSettings settings = CheckedSettings.of(file, described);
        if (!settings.problems().equals(problems.put(file.name(), settings.problems()))) {
            settings.problems().forEach(LOG::warn);
        }
        Hashtable<String, Object> values = settings.values();
        values.put(ORIGIN, file.name());
        Configuration configuration = file.isFactory() ? admin.getFactoryConfiguration(file.pid(), file.instance(), "?")
                : admin.getConfiguration(file.pid(), "?");
        if (configuration.updateIfDifferent(values)) {
            LOG.info("{} is in effect: {}", file.path(), values.keySet());
        }
        return described.isPresent();
    }

    /** Also what a file made that went while no process ran. */
    private void withdraw(Set<String> present) throws IOException {
        for (Configuration configuration : fromFiles()) {
            String origin = (String) configuration.getProperties().get(ORIGIN);
            if (!present.contains(origin)) {
                configuration.delete();
                applied.remove(origin);
                problems.remove(origin);
                LOG.info("{} was deleted; the defaults are in effect", origin);
            }
        }
    }

    private List<Configuration> fromFiles() throws IOException {
        try {
            Configuration[] found = admin.listConfigurations("(" + ORIGIN + "=*)");
            return found == null ? List.of() : new ArrayList<>(List.of(found));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
