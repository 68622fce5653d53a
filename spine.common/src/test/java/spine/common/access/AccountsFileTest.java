package spine.common.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsFileTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void whatWasAddedIsThereAndNobodyElseReadsIt() throws Exception {
        Path path = folder.resolve("users.json");
        AccountsFile file = new AccountsFile(path);
        ApiToken.Made made = ApiToken.make("prometheus", Role.VIEWER, NOW, NOW.plus(Duration.ofDays(1)));
        Account account = new Account("jörg", Role.READER, PasswordDigest.of("correct horse battery".toCharArray()).toString());
        file.change(accounts -> accounts.with(account).with(made.token()));

        Accounts read = new AccountsFile(path).read();
        assertEquals(List.of(account), read.accounts());
        assertEquals(account, read.account("jo\u0308rg").orElseThrow(), "the same letters, written in another way");
        assertEquals(made.token(), read.token(made.text(), NOW).orElseThrow());
        assertTrue(read.token(made.text(), NOW.plus(Duration.ofDays(1))).isEmpty(), "its time is over");
        assertTrue(read.token(made.text().substring(0, made.text().length() - 1) + "_", NOW).isEmpty());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        String text = Files.readString(path);
        assertFalse(text.contains(made.text().substring(15)) || text.contains("horse"), "a secret can be read");
    }

    @Test
    void aFileThatOthersReadOrThatIsDamagedLetsNobodyIn() throws Exception {
        Path path = folder.resolve("users.json");
        AccountsFile file = new AccountsFile(path);
        file.change(accounts -> accounts);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThrows(IOException.class, file::read);
        for (String damaged : List.of("", "{", "{\"accounts\":[{}]}",
                "{\"accounts\":[{\"name\":\"a\",\"role\":\"god\",\"password\":\"\"}]}",
                "{\"accounts\":[{\"name\":\"a\",\"role\":\"admin\",\"password\":\"pbkdf2-sha256$99999999$AA==$AA==\"}]}")) {
            Files.writeString(path, damaged);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            assertTrue(assertThrows(IOException.class, file::read, damaged).getMessage().endsWith("."), damaged);
        }
    }

    @Test
    void namesThatCouldPassForOthersAreNone() {
        for (String name : List.of("", " ", "a b", "a\nb", "a\tb", "\u202eadmin", "a\u0000",
            "x".repeat(65), "-a", "<b>", "a:b", "\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> AccountName.checked(name), name);
        }
        assertEquals("李小龙", AccountName.checked("李小龙"));
    }

    @Test
    void aPasswordIsKnownByItsDigestAlone() {
        PasswordDigest digest = PasswordDigest.of("correct horse battery".toCharArray());
        PasswordDigest read = PasswordDigest.parse(digest.toString());
        assertTrue(read.matches("correct horse battery".toCharArray()));
        assertFalse(read.matches("correct horse batterY".toCharArray()));
        assertFalse(read.matches("x".repeat(100_000).toCharArray()));
        assertThrows(IllegalArgumentException.class, () -> PasswordDigest.of("short".toCharArray()));
    }
}
