package spine.deploy.internal.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import spine.api.UnusableInputException;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;
import spine.common.install.HomePermissions;
import spine.common.keystore.KeyTool;
import spine.common.keystore.StorePassword;

/**
 * A key pair that only the user who made it can read. It lies outside of the home of the platform: what serves has no use for it, and
 * whoever gets hold of the home must not be able to sign.
 */
final class DevelopmentKey {
    private static final String ALIAS = "spine";
    private static final String STORE = "signing.p12";
    private static final int DAYS = 825;

    private final Path folder;
    private final Path home;
    private final Path store;
    private final Path passwordFile;
    private final StorePassword password;

    /**
     * @param folder of the key; need not exist
     * @param home of the platform
     */
    DevelopmentKey(Path folder, Path home) {
        this.folder = folder.toAbsolutePath().normalize();
        this.home = home;
        this.store = this.folder.resolve(STORE);
        this.passwordFile = this.folder.resolve("signing.password");
        this.password = new StorePassword(passwordFile, "");
    }

    boolean exists() {
        return Files.exists(store);
    }

    /** @param name common name of the certificate's subject */
    void create(String name) throws UnusableInputException, IOException {
        if (folder.startsWith(home)) {
            throw new UnusableInputException("The signing key may not lie in the home of the platform; SPINE_KEYS is " + folder + ".");
        }
        HomePermissions.createPrivateFolder(folder);
        password.make();
        AtomicFile.replace(store, unfinished -> {
            KeyTool.createKey(unfinished, ALIAS, new X500Principal("CN=" + escaped(name)).getName(), List.of(), DAYS,
                    new String(password.read()));
            HomePermissions.makePrivate(unfinished);
        });
    }

    private static String escaped(String name) {
        return name.replaceAll("([,+\"\\\\<>;=#])", "\\\\$1");
    }

    KeyStore.PrivateKeyEntry entry() throws UnusableInputException, IOException {
        if (!exists()) {
            Path before = home.resolve("keys").resolve(STORE);
            throw new UnusableInputException(Files.exists(before)
                    ? "The signing key lies in the home of the platform, where it is not used; move " + before + " and signing.password to "
                            + folder + "." : "There is no key to sign with in " + folder + "; 'spine sign --new-key' makes one.");
        }
        for (Path secret : List.of(store, passwordFile)) {
            Optional<String> exposed = HomePermissions.exposed(secret);
            if (exposed.isPresent()) {
                throw new UnusableInputException("The signing key is not used: " + exposed.get());
            }
        }
        try (InputStream in = new ByteArrayInputStream(BoundedFile.regular(store, BoundedFile.LONGEST))) {
            char[] secret = password.read();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secret);
            return (KeyStore.PrivateKeyEntry) keys.getEntry(ALIAS, new KeyStore.PasswordProtection(secret));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key " + store + " cannot be read", e);
        }
    }

    X509Certificate certificate() throws UnusableInputException, IOException {
        return (X509Certificate) entry().getCertificate();
    }
}
