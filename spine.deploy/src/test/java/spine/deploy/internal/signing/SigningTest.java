package spine.deploy.internal.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.TestBundle;

/** Keys and passwords: where they lie, and who may read them. */
class SigningTest {
    @TempDir
    private Path work;

    private Path store(String home) {
        return work.resolve(home).resolve("conf").resolve("trust.p12");
    }

    private Signing signing(String home) {
        return new Signing(work.resolve("keys"), work.resolve(home), new TrustStore(store(home), ""));
    }

    @Test
    void secretsAreGeneratedForTheirOwnerAloneAndLieOutsideOfTheHome() throws Exception {
        signing("home").createKey("Somebody");
        try (Stream<Path> files = Files.walk(work.resolve("home"))) {
            assertEquals(List.of("trust.p12", "trust.password"),
                    files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (Path secret : List.of(store("home"), store("home").resolveSibling("trust.password"), work.resolve("keys/signing.p12"),
                work.resolve("keys/signing.password"))) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)), secret.toString());
        }
        assertNotEquals(Files.readString(work.resolve("keys/signing.password")),
                Files.readString(store("home").resolveSibling("trust.password")));
        assertTrue(assertThrows(UnusableInputException.class, () -> new Signing(work.resolve("home/keys"), work.resolve("home"),
                new TrustStore(store("home"), "")).createKey("Somebody")).getMessage()
                .startsWith("The signing key may not lie in the home"));
    }

    @Test
    void theSameKeyIsTrustedInASecondHome() throws Exception {
        String subject = signing("home").createKey("Somebody");
        assertEquals(subject, signing("second").createKey("Another name"));
        assertTrue(assertThrows(UnusableInputException.class, () -> signing("second").createKey("Somebody"))
                .getMessage().startsWith("There is a key already"));
    }

    @Test
    void aKeyThatOthersCanReadSignsNothing() throws Exception {
        signing("home").createKey("Somebody");
        Path jar = new TestBundle("acme", "1.0.0").write(work.resolve("acme.jar"));
        byte[] before = Files.readAllBytes(jar);
        for (String secret : List.of("signing.p12", "signing.password")) {
            Path file = work.resolve("keys").resolve(secret);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            assertEquals("The signing key is not used: " + file + " can be read by others than its owner; chmod 600 " + file + ".",
                    assertThrows(UnusableInputException.class, () -> signing("home").sign(jar)).getMessage());
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        assertEquals(before.length, Files.size(jar));
        signing("home").sign(jar);
    }

    @Test
    void aKeyInTheHomeIsNotUsed() throws Exception {
        Files.createDirectories(work.resolve("home/keys"));
        Files.writeString(work.resolve("home/keys/signing.p12"), "x");
        String reason = assertThrows(UnusableInputException.class, () -> signing("home").sign(new TestBundle("acme", "1.0.0")
                .write(work.resolve("acme.jar")))).getMessage();
        assertTrue(reason.startsWith("The signing key lies in the home of the platform, where it is not used; move "), reason);
    }

    /** As an earlier release made it. */
    @Test
    void aStoreWithAnotherPasswordIsNamedAndStaysAsItIs() throws Exception {
        new Signing(work.resolve("keys"), work.resolve("home"), new TrustStore(store("home"), "changeit")).createKey("Somebody");
        byte[] before = Files.readAllBytes(store("home"));
        Files.delete(work.resolve("keys/signing.p12"));
        assertTrue(assertThrows(UnusableInputException.class, () -> signing("home").createKey("Another")).getMessage()
                .startsWith("The certificate is not added: the trust store " + store("home") + " cannot be read with the password in "));
        assertArrayEquals(before, Files.readAllBytes(store("home")));
        Files.writeString(store("home").resolveSibling("trust.password"), "changeit\n");
        Files.setPosixFilePermissions(store("home").resolveSibling("trust.password"), PosixFilePermissions.fromString("rw-------"));
        assertEquals("CN=Another", signing("home").createKey("Another"));
    }

    /** Whatever is wrong with it: somebody else's could be in it. */
    @Test
    void nobodyIsTrustedByAStoreThatEverybodyMayWriteOrWithoutItsPassword() throws Exception {
        signing("home").createKey("Somebody");
        Path jar = new TestBundle("acme", "1.0.0").write(work.resolve("acme.jar"));
        signing("home").sign(jar);
        assertEquals("CN=Somebody", signer(jar));
        for (Path open : List.of(store("home"), store("home").getParent())) {
            var mode = Files.getPosixFilePermissions(open);
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            assertTrue(refusal(jar).startsWith("Nobody is trusted: " + open + " can be written by everybody"), refusal(jar));
            Files.setPosixFilePermissions(open, mode);
        }
        Path password = store("home").resolveSibling("trust.password");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        String reason = "Nobody is trusted: the trust store " + store("home") + " cannot be read with the password in ";
        assertTrue(refusal(jar).startsWith(reason), refusal(jar));
        Files.delete(password);
        assertTrue(refusal(jar).startsWith("Nobody is trusted: the trust store "), refusal(jar));
        assertFalse(refusal(jar).contains("Exception"));
    }

    private String signer(Path jar) throws Rejection, IOException {
        return new SignatureCheck(new TrustStore(store("home"), ""), false).signer(jar);
    }

    private String refusal(Path jar) {
        return assertThrows(Rejection.class, () -> signer(jar)).getMessage();
    }
}
