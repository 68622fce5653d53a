package spine.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import spine.common.install.InstallPaths;

/** The folders of the home are there, this user can use them, and nobody else can change what the platform runs. */
final class HomeExamination implements Examination {
    private static final Set<PosixFilePermission> OTHERS_WRITE = EnumSet.of(PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_WRITE);
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(EnumSet.copyOf(PosixFilePermissions.fromString("rwx------")));

    private final InstallPaths paths;

    HomeExamination(InstallPaths paths) {
        this.paths = paths;
    }

    @Override
    public Finding examine(boolean fix) throws IOException {
        Finding home = usable(paths.home());
        if (home.state() == Finding.State.WRONG) {
            return home;
        }
        List<Finding> findings = new ArrayList<>(new MisplacedEntries(paths).find(fix));
        if (findings.stream().anyMatch(finding -> finding.state() == Finding.State.WRONG)) {
            return Doctor.all(findings, "");
        }
        for (Path folder : List.of(paths.home(), paths.deploy(), paths.incoming(), paths.conf(), paths.home().resolve("run"),
                paths.logs(), paths.home().resolve("natives"))) {
            findings.add(usable(folder));
            if (Files.isDirectory(folder) && !folder.equals(paths.incoming())) {
                findings.add(mode(folder, OTHERS_WRITE, fix));
            }
        }
        for (Path secret : List.of(paths.keys(), paths.checking(), paths.quarantine(), paths.attach())) {
            if (Files.isDirectory(secret)) {
                findings.add(usable(secret));
                findings.add(mode(secret, OTHERS, fix));
            }
        }
        for (Path secret : secrets()) {
            findings.add(mode(secret, OTHERS, fix));
        }
        return Doctor.all(findings, paths.home() + ".");
    }

    /** What only its owner may read. */
    private List<Path> secrets() throws IOException {
        List<Path> secrets = new ArrayList<>();
        Path password = paths.trustStore().resolveSibling("trust.password");
        if (Files.exists(password)) {
            secrets.add(password);
        }
        if (Files.isDirectory(paths.keys())) {
            try (Stream<Path> keys = Files.list(paths.keys())) {
                keys.filter(Files::isRegularFile).sorted().forEach(secrets::add);
            }
        }
        return secrets;
    }

    private static Finding usable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".spine", ".try"));
            return Finding.ok("");
        } catch (IOException e) {
            return Finding.wrong(folder + " cannot be written by " + System.getProperty("user.name")
                    + "; change its owner or mode, or let SPINE_HOME name another home.");
        }
    }

    /** @param forbidden what others may not do there */
    private static Finding mode(Path folder, Set<PosixFilePermission> forbidden, boolean fix) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null) {
            return Finding.ok("");
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(view.readAttributes().permissions());
        String before = PosixFilePermissions.toString(permissions);
        if (!permissions.removeAll(forbidden)) {
            return Finding.ok("");
        }
        String after = PosixFilePermissions.toString(permissions);
        if (!fix) {
            return Finding.wrong(folder + " has the mode " + before + " and should have " + after + "; --fix sets it.");
        }
        view.setPermissions(permissions);
        return Finding.mended(folder + " had the mode " + before + " and has " + after + ".");
    }
}
