package spine.deploy.internal.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import spine.common.install.InstallPaths;
import spine.deploy.internal.GateSettings;
import spine.deploy.internal.Rejection;

/** The certificates whose holders may hand in bundles; read anew for each bundle, so that a change counts at once. */
public final class TrustStore {
    private final Path file;
    private final char[] password;

    /** @param file PKCS12; need not exist, and then nobody is trusted */
    public TrustStore(Path file, String password) {
        this.file = file;
        this.password = password.toCharArray();
    }

    /** The one that the settings name; that of the installation if they name none. */
    public static TrustStore of(InstallPaths paths, GateSettings settings) {
        Path file = settings.trust_store().isBlank() ? paths.trustStore() : paths.home().resolve(settings.trust_store().trim());
        return new TrustStore(file, settings.trust_password());
    }

    public Path file() {
        return file;
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
            throw new Rejection("It is signed by " + subject + ", whose certificate is not valid today (" + e.getMessage() + ").", e);
        }
    }

    public boolean contains(Certificate certificate) throws Rejection {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store.getCertificateAlias(certificate) != null;
        } catch (IOException | GeneralSecurityException e) {
            throw new Rejection("The trust store " + file + " cannot be read (" + e.getMessage() + "), so nobody is trusted.", e);
        }
    }
}
