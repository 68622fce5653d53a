package spine.deploy.internal.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import spine.api.UnusableInputException;
import spine.common.file.AtomicFile;
import spine.deploy.internal.HomeFolders;

/** A key pair that only the user who made it can read; its certificate goes into the trust store of the same installation. */
final class DevelopmentKey {
    private static final String ALIAS = "spine";
    private static final int DAYS = 825;
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final Path store;
    private final Path password;

    DevelopmentKey(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("signing.p12");
        this.password = folder.resolve("signing.password");
    }

    void create(String name) throws UnusableInputException, IOException {
        if (Files.exists(store)) {
            throw new UnusableInputException("There is a key already: " + store + ".");
        }
        HomeFolders.createPrivate(folder);
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        Files.writeString(password, secret);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.replace(store, unfinished -> {
            KeyTool.createKey(unfinished, ALIAS, new X500Principal("CN=" + escaped(name)).getName(), DAYS, secret);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        });
    }

    private static String escaped(String name) {
        return name.replaceAll("([,+\"\\\\<>;=#])", "\\\\$1");
    }

    KeyStore.PrivateKeyEntry entry() throws UnusableInputException, IOException {
        if (!Files.exists(store)) {
            throw new UnusableInputException("There is no key to sign with; 'spine sign --new-key' makes one.");
        }
        char[] secret = Files.readString(password).trim().toCharArray();
        try {
            return (KeyStore.PrivateKeyEntry) load(store, secret).getEntry(ALIAS, new KeyStore.PasswordProtection(secret));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key " + store + " cannot be read", e);
        }
    }

    /** Adds the certificate to the trusted ones. */
    void trustIn(Path trustStore, String trustPassword) throws UnusableInputException, IOException {
        X509Certificate certificate = (X509Certificate) entry().getCertificate();
        char[] secret = trustPassword.toCharArray();
        Files.createDirectories(trustStore.getParent());
        AtomicFile.write(trustStore, out -> {
            try {
                KeyStore trusted = load(trustStore, secret);
                trusted.setCertificateEntry("development-" + certificate.getSerialNumber().toString(16), certificate);
                trusted.store(out, secret);
            } catch (GeneralSecurityException e) {
                throw new IOException("the trust store " + trustStore + " cannot be written", e);
            }
        });
    }

    private static KeyStore load(Path file, char[] secret) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, secret);
            }
        } else {
            keys.load(null, null);
        }
        return keys;
    }
}
