package spine.deploy.internal.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import spine.api.UnusableInputException;
import spine.common.file.AtomicFile;
import spine.common.file.BoundedFile;
import spine.common.install.HomePermissions;
import spine.common.install.InstallPaths;
import spine.common.keystore.StorePassword;
import spine.deploy.internal.GateSettings;
import spine.deploy.internal.Rejection;

/** The certificates whose holders may hand in bundles; read anew for each bundle, so that a change counts at once. */
public final class TrustStore {
    private final Path file;
    private final StorePassword password;

    /**
     * @param file PKCS12; need not exist, and then nobody is trusted
     * @param given its password; empty for the one that lies beside it
     */
    public TrustStore(Path file, String given) {
        this.file = file;
        this.password = new StorePassword(file.resolveSibling("trust.password"), given);
    }

    /** The one that the settings name; that of the installation if they name none. */
    public static TrustStore of(InstallPaths paths, GateSettings settings) {
        Path file = settings.trust_store().isBlank() ? paths.trustStore() : paths.home().resolve(settings.trust_store().trim());
        return new TrustStore(file, settings.trust_password().strip());
    }

    /** @throws Rejection if the certificate is not among them or not valid today */
    public void require(X509Certificate certificate) throws Rejection {
        String subject = certificate.getSubjectX500Principal().getName();
        if (!contains(certificate)) {
            throw new Rejection("It is signed by " + subject + ", whose certificate is not in the trust store " + file + ".");
        }
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            throw new Rejection("It is signed by " + subject + ", whose certificate is not valid today: it is from "
                    + certificate.getNotBefore().toInstant() + " to " + certificate.getNotAfter().toInstant() + ".", e);
        }
    }

    boolean contains(Certificate certificate) throws Rejection {
        if (!Files.exists(file)) {
            return false;
        }
        for (Path path : List.of(file.toAbsolutePath().getParent(), file)) {
            Optional<String> open = HomePermissions.openToAll(path);
            if (open.isPresent()) {
                throw new Rejection("Nobody is trusted: " + open.get());
            }
        }
        try {
            return load().getCertificateAlias(certificate) != null;
        } catch (IOException | GeneralSecurityException e) {
            throw new Rejection("Nobody is trusted: " + unreadable(), e);
        }
    }

    private String unreadable() {
        return "the trust store " + file + " cannot be read with the password " + password.where("trust.password") + ".";
    }

    /**
     * Adds a certificate; the store is made, with a password of its own, if there is none.
     *
     * @throws UnusableInputException if there is one that cannot be read
     */
    void add(String alias, Certificate certificate) throws UnusableInputException, IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            password.make();
        }
        KeyStore trusted;
        try {
            trusted = load();
        } catch (IOException | GeneralSecurityException e) {
            throw new UnusableInputException("The certificate is not added: " + unreadable(), e);
        }
        try {
            trusted.setCertificateEntry(alias, certificate);
            AtomicFile.replace(file, unfinished -> {
                try (var out = Files.newOutputStream(unfinished)) {
                    HomePermissions.makePrivate(unfinished);
                    trusted.store(out, password.read());
                } catch (GeneralSecurityException e) {
                    throw new IOException("the trust store " + file + " cannot be written", e);
                }
            });
        } catch (GeneralSecurityException e) {
            throw new IOException("the trust store " + file + " cannot be written", e);
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        if (Files.exists(file)) {
            try (InputStream in = new ByteArrayInputStream(BoundedFile.regular(file, BoundedFile.LONGEST))) {
                store.load(in, password.read());
            }
        } else {
            store.load(null, null);
        }
        return store;
    }
}
