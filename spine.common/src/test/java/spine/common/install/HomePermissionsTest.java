package spine.common.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomePermissionsTest {
    @TempDir
    private Path home;

    @Test
    void whatOthersMayWriteOrReadIsNamed() throws Exception {
        InstallPaths paths = new InstallPaths(home);
        assertEquals(List.of(), HomePermissions.findings(paths));
        Files.createDirectories(paths.deploy());
        for (String mode : List.of("rwxr-xr-x", "rwx------")) {
            Files.setPosixFilePermissions(paths.deploy(), PosixFilePermissions.fromString(mode));
            assertEquals(List.of(), HomePermissions.findings(paths));
        }
        Files.setPosixFilePermissions(paths.deploy(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(2, HomePermissions.findings(paths).size());
        assertTrue(HomePermissions.openToAll(paths.deploy()).orElseThrow().endsWith("; chmod o-w " + paths.deploy() + "."));
        Files.setPosixFilePermissions(paths.deploy(), PosixFilePermissions.fromString("rwxrwxr-x"));
        assertEquals(List.of(paths.deploy() + " can be written by its group, whose members can change what runs; chmod g-w "
                + paths.deploy() + " unless that is meant."), HomePermissions.findings(paths));
        Files.setPosixFilePermissions(paths.deploy(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(paths.keys());
        Files.writeString(paths.keys().resolve("signing.p12"), "x");
        assertTrue(HomePermissions.findings(paths).get(0).contains(" lies in the home of the platform"));
        Path secret = Files.writeString(home.resolve("secret"), "x");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(secret + " can be read by others than its owner; chmod 600 " + secret + ".",
                HomePermissions.exposed(secret).orElseThrow());
        HomePermissions.makePrivate(secret);
        assertTrue(HomePermissions.exposed(secret).isEmpty());
    }
}
