package spine.app.internal.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import spine.api.UnusableInputException;

class TlsOptionsTest {
    @TempDir
    private Path folder;

    /** A command with these options alone. */
    @Command
    static final class Line {
        @Mixin
        private TlsOptions tls = new TlsOptions();
    }

    @Test
    void aPasswordThatIsNotThereIsUnusableInput() {
        Path missing = folder.resolve("none.txt");
        assertEquals("The password for TLS cannot be read: " + missing + " does not exist.", assertThrows(UnusableInputException.class,
                () -> options("--tls", "--tls-password", missing.toString()).settings(false)).getMessage());
        assertThrows(UnusableInputException.class, () -> options("--tls", "--tls-password", folder.toString()).settings(false));
    }

    /** Nobody may ever write into it. */
    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals("The password for TLS cannot be read: " + pipe + " cannot be read or written: it is no regular file.",
                assertThrows(UnusableInputException.class, () -> options("--tls", "--tls-password", pipe.toString()).settings(false))
                        .getMessage());
    }

    @Test
    void secretsThatOthersCanReadAreNamed() throws Exception {
        Path keys = secret("keys.p12", "rw-------");
        Path password = secret("password.txt", "rw-r-----");
        TlsOptions options = options("--tls", "--tls-keys", keys.toString(), "--tls-password", password.toString());
        assertEquals(List.of(password + " can be read by others than its owner; chmod 600 " + password + "."), options.exposed());
        assertEquals("first", options.settings(false).orElseThrow().password());
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw----r--"));
        assertEquals(2, options.exposed().size());
    }

    private Path secret(String name, String mode) throws IOException {
        return Files.setPosixFilePermissions(Files.writeString(folder.resolve(name), "first\nsecond\n"),
                PosixFilePermissions.fromString(mode));
    }

    private static TlsOptions options(String... arguments) {
        Line line = new Line();
        new CommandLine(line).parseArgs(arguments);
        return line.tls;
    }
}
