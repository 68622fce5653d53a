package spine.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spine.common.install.InstallPaths;
import spine.common.settings.ConfigurationFile;
import spine.common.settings.MetatypeAttribute;
import spine.common.text.PlainText;

/** Every value of the files of settings is one. */
final class SettingsExamination implements Examination {
    private final InstallPaths paths;
    private final DeliveredPlatform platform;

    SettingsExamination(InstallPaths paths, DeliveredPlatform platform) {
        this.paths = paths;
        this.platform = platform;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        Map<String, List<MetatypeAttribute>> known = new TreeMap<>(platform.settings());
        for (Path jar : DeployExamination.jars(paths)) {
            try {
                known.putAll(BundleJar.of(jar).settings());
            } catch (IOException noJar) {
                continue;   // another examination says so
            }
        }
        List<Finding> findings = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files) {
            check(new ConfigurationFile(file), known, findings);
        }
        return Doctor.all(findings, files.isEmpty() ? "Defaults alone." : files.size() + " file(s) in " + paths.conf() + ".");
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(paths.conf())) {
            try (var found = Files.newDirectoryStream(paths.conf(), "[!.]*" + ConfigurationFile.SUFFIX)) {
                found.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    private static void check(ConfigurationFile file, Map<String, List<MetatypeAttribute>> known, List<Finding> findings) {
        List<MetatypeAttribute> settings = known.get(file.pid());
        if (settings == null) {
            findings.add(Finding.wrong(file.path() + ": no bundle is configured by the name " + file.pid() + "."));
            return;
        }
        try {
            file.read().forEach((key, text) -> check(file, key, text, settings).ifPresent(findings::add));
        } catch (IOException e) {
            findings.add(Finding.wrong(file.path() + " is no list of settings (" + PlainText.excerpt(String.valueOf(e.getMessage()))
                    + "); the defaults apply."));
        }
    }

    private static Optional<Finding> check(ConfigurationFile file, String key, String text, List<MetatypeAttribute> settings) {
        Optional<MetatypeAttribute> setting = settings.stream().filter(one -> one.id().equals(key)).findFirst();
        if (setting.isEmpty()) {
            return Optional.of(Finding.wrong(file.path() + ": " + file.pid() + " has no setting '" + key + "'; it has "
                    + settings.stream().map(MetatypeAttribute::id).sorted().collect(Collectors.joining(", ")) + "."));
        }
        try {
            setting.get().check(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Finding.wrong(file.path() + ": the value '" + text + "' of " + key + " is " + e.getMessage()
                    + "; the default " + setting.get().defaultText() + " stays."));
        }
    }
}
