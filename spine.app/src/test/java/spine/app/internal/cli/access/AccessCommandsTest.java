package spine.app.internal.cli.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import spine.app.command.Console;
import spine.common.access.AccountsFile;
import spine.common.access.PasswordDigest;
import spine.common.access.Role;
import spine.common.install.InstallPaths;

class AccessCommandsTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String refusal;

    @BeforeEach
    void begin() {
        System.setProperty(InstallPaths.PROPERTY, home.toString());
    }

    @AfterEach
    void end() {
        System.clearProperty(InstallPaths.PROPERTY);
    }

    @Test
    void aHomeBeginsWithAnAdminWhosePasswordIsShownOnce() throws Exception {
        FirstAdmin.make(console(""));
        String password = out.toString(StandardCharsets.UTF_8).replaceAll("(?s).*the password (\\S+) was made.*", "$1");
        assertTrue(PasswordDigest.parse(accounts().read().account("admin").orElseThrow().password())
                .matches(password.toCharArray()));
        out.reset();
        FirstAdmin.make(console(""));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertFalse(Files.readString(home.resolve("access.log")).contains(password));
    }

    @Test
    void usersComeChangeAndGo() throws Exception {
        assertEquals(0, users(PASSWORD + "\n", "add", "anna", "admin"));
        assertEquals(0, users(PASSWORD + "\n", "add", "bob", "reader"));
        assertEquals("There is a user bob already.", refused(PASSWORD, "add", "bob", "viewer"));
        assertEquals("There would be no admin any more; make another user admin first.", refused("", "remove", "anna"));
        assertEquals(0, users("", "role", "bob", "admin"));
        assertEquals(0, users("", "remove", "anna"));
        assertEquals(Role.ADMIN, accounts().read().account("bob").orElseThrow().role());
        String before = accounts().read().account("bob").orElseThrow().password();
        Path file = Files.writeString(home.resolve("password"), "another password\n");
        assertEquals(0, users("", "password", "bob", "--password-file", file.toString()));
        assertFalse(before.equals(accounts().read().account("bob").orElseThrow().password()));
        assertEquals(5, Files.readAllLines(home.resolve("access.log")).size());
    }

    @Test
    void aPipeIsNotWaitedForAPassword() throws Exception {
        Path pipe = home.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertEquals(pipe + " cannot be read or written: it is no regular file.",
                refused("", "add", "anna", "reader", "--password-file", pipe.toString()));
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        assertTrue(refused(PASSWORD, "add", "a\nb", "reader").startsWith("A name has"));
        assertEquals("A role is one of viewer, reader, operator, admin, not king.", refused(PASSWORD, "add", "anna", "king"));
        assertEquals("A password has 12 to 256 characters, not 5.", refused("short\n", "add", "anna", "reader"));
        assertEquals("A password has 12 to 256 characters, not 0.", refused("", "add", "anna", "reader"));
        assertEquals("There is no user nobody.", refused("", "remove", "nobody"));
    }

    private AccountsFile accounts() {
        return new AccountsFile(home.resolve("users.json"));
    }

    private String refused(String typed, String... arguments) {
        assertEquals(3, users(typed, arguments));
        return refusal;
    }

    private int users(String typed, String... arguments) {
        return new CommandLine(new UsersCommand(console(typed))).setExecutionExceptionHandler((e, command, parsed) -> {
            refusal = e.getMessage();
            return e instanceof IOException ? 1 : 3;
        }).execute(arguments);
    }

    private Console console(String typed) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Console(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), stream, stream, false, false);
    }
}
