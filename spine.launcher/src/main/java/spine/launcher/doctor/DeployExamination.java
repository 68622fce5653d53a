package spine.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;

/** Every jar in the deploy folder is a bundle that can be installed beside the others. */
final class DeployExamination implements Examination {
    private final InstallPaths paths;
    private final DeliveredPlatform platform;
    private final Map<String, Path> seen = new HashMap<>();

    DeployExamination(InstallPaths paths, DeliveredPlatform platform) {
        this.paths = paths;
        this.platform = platform;
    }

    /** In the deploy folder, by name. */
    static List<Path> jars(InstallPaths paths) throws IOException {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(paths.deploy())) {
            try (var found = Files.newDirectoryStream(paths.deploy(), "[!.]*.jar")) {
                found.forEach(jars::add);
            }
        }
        jars.sort(null);
        return jars;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Path> jars = jars(paths);
        for (Path jar : jars) {
            Optional<String> objection = objection(jar);
            if (objection.isPresent() && fix) {
                findings.add(Finding.mended(jar + " " + objection.get() + "; it lies in " + setAside(jar, objection.get()) + " now."));
            } else if (objection.isPresent()) {
                findings.add(Finding.wrong(jar + " " + objection.get() + "; --fix moves it to " + paths.quarantine() + "."));
            }
        }
        return Doctor.all(findings, jars.isEmpty() ? "No bundles." : jars.size() + " bundle(s).");
    }

    /** @return what is wrong with it, which goes on after its name */
    private Optional<String> objection(Path jar) {
        BundleJar bundle;
        try {
            bundle = BundleJar.of(jar);
        } catch (IOException e) {
            return Optional.of("cannot be read as a jar");
        }
        if (bundle.name().isEmpty()) {
            return Optional.of("is no bundle, since it has no Bundle-SymbolicName");
        }
        Optional<String> taken = bundle.exported().stream().filter(platform.exported()::contains).sorted().findFirst();
        if (taken.isPresent()) {
            return Optional.of("exports the package " + taken.get() + ", which is the platform's to export");
        }
        Path before = seen.putIfAbsent(bundle.name() + " " + bundle.version(), jar);
        return before == null ? Optional.empty()
                : Optional.of("has the name and version of " + before.getFileName() + " (" + bundle.name() + " " + bundle.version() + ")");
    }

    private Path setAside(Path jar, String objection) throws IOException {
        if (!Files.exists(paths.quarantine())) {
            HomePermissions.createPrivateFolder(paths.quarantine());
        }
        String name = jar.getFileName().toString();
        Path target = paths.quarantine().resolve(name);
        for (int number = 2; Files.exists(target); number++) {
            target = paths.quarantine().resolve(number + "-" + name);
        }
        Files.move(jar, target, StandardCopyOption.ATOMIC_MOVE);
        Files.writeString(target.resolveSibling(target.getFileName() + ".reason.txt"), "It " + objection + ".\n");
        return target;
    }
}
