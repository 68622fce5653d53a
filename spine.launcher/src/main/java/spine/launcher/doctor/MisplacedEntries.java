package spine.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import spine.common.install.InstallPaths;
import spine.common.settings.ConfigurationFile;

/** What lies in the home where a folder belongs and is none, or where a file belongs and is none, such as a pipe. */
final class MisplacedEntries {
    private final InstallPaths paths;

    MisplacedEntries(InstallPaths paths) {
        this.paths = paths;
    }

    /** @param fix whether to move them aside, under the name {@code NAME.aside-1} */
    List<Finding> find(boolean fix) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : folders()) {
            if (isThere(folder) && !Files.isDirectory(folder)) {
                findings.add(found(folder, "is no folder", fix));
            }
        }
        for (Path file : files()) {
            if (isThere(file) && !Files.isRegularFile(file)) {
                findings.add(found(file, "is no regular file", fix));
            }
        }
        return findings;
    }

    private List<Path> folders() {
        Path home = paths.home();
        return List.of(home.resolve("run"), home.resolve("natives"), paths.deploy(), paths.incoming(), paths.checking(), paths.quarantine(),
                paths.verdicts(), paths.conf(), paths.keys(), paths.logs(), paths.shadow(), paths.isolation(), paths.attach());
    }

    /** With the locks beside them, of which those of the storage have numbers. */
    private List<Path> files() throws IOException {
        Path home = paths.home();
        List<Path> files = new ArrayList<>(List.of(paths.modelSelection(), home.resolve(".models.json.lock"), paths.deployments(),
                paths.auditLog(), home.resolve("audit.head"), paths.trustStore(), paths.trustStore().resolveSibling("trust.password"),
                paths.checking().resolve("lock"), paths.attach().resolve("lock")));
        if (Files.isDirectory(home.resolve("run"))) {
            files.addAll(named(home.resolve("run"), "\\d+\\.(lock|build)|.+\\.jsa"));
        }
        if (Files.isDirectory(paths.conf())) {
            files.addAll(named(paths.conf(), "[^.].*\\" + ConfigurationFile.SUFFIX));
        }
        return files;
    }

    private static List<Path> named(Path folder, String pattern) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().matches(pattern)).sorted().toList();
        }
    }

    private static Finding found(Path path, String what, boolean fix) throws IOException {
        if (!fix) {
            return Finding.wrong(path + " " + what + "; --fix moves it aside.");
        }
        Path aside = Stream.iterate(1, number -> number + 1).map(number -> path.resolveSibling(path.getFileName() + ".aside-" + number))
                .filter(free -> !isThere(free)).findFirst().orElseThrow();
        Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        return Finding.mended(path + " " + what + " and is " + aside.getFileName() + " now.");
    }

    /** A link that leads nowhere is there, too. */
    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
