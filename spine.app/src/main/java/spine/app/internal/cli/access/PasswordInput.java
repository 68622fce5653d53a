package spine.app.internal.cli.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import picocli.CommandLine.Option;

import spine.api.UnusableInputException;
import spine.app.command.Console;
import spine.common.access.PasswordDigest;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;

/** How a command gets a password: typed without an echo, or the first line of a file or of the standard input; never an argument. */
final class PasswordInput {
    private static final int MOST_BYTES = 4096;

    @Option(names = "--password-file", paramLabel = "FILE",
            description = "take the password from the first line of a file; without it you are asked, or it is read from standard input")
    private Path file;

    char[] read(Console console) throws IOException, UnusableInputException {
        java.io.Console terminal = file == null && console.interactive() ? System.console() : null;
        char[] password = terminal != null ? typed(terminal) : line(console);
        if (password.length < PasswordDigest.SHORTEST || password.length > PasswordDigest.LONGEST) {
            throw new UnusableInputException("A password has " + PasswordDigest.SHORTEST + " to " + PasswordDigest.LONGEST
                    + " characters, not " + password.length + ".");
        }
        return password;
    }

    private static char[] typed(java.io.Console terminal) throws UnusableInputException {
        char[] first = terminal.readPassword("Password: ");
        char[] again = terminal.readPassword("The same again: ");
        if (first == null || !Arrays.equals(first, again)) {
            throw new UnusableInputException("The two passwords are not the same.");
        }
        return first;
    }

    private char[] line(Console console) throws IOException, UnusableInputException {
        byte[] bytes = file == null ? null : head();
        if (bytes != null) {
            return new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse("").toCharArray();
        }
        String line = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)).readLine();
        return line == null ? new char[0] : line.toCharArray();
    }

    private byte[] head() throws UnusableInputException {
        try {
            BoundedFile.requireRegular(file);
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(MOST_BYTES);
            }
        } catch (IOException e) {
            throw new UnusableInputException(FileFailure.sentence(e), e);
        }
    }
}
