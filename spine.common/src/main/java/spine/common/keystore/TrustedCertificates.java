package spine.common.keystore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;

/** Trust in the certificates of a file, and in no others. */
final class TrustedCertificates {

    private TrustedCertificates() {
    }

    /** @throws IllegalArgumentException with a sentence, if the file holds none that can be read */
    static TrustManager[] managers(Path pem) {
        try {
            Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(BoundedFile.regular(pem, BoundedFile.LONGEST)));
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (Certificate certificate : certificates) {
                trusted.setCertificateEntry("certificate-" + trusted.size(), certificate);
            }
            if (certificates.isEmpty()) {
                throw new IllegalArgumentException(pem + " holds no certificates.");
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (FileSystemException unreadable) {
            throw new IllegalArgumentException(FileFailure.sentence(unreadable), unreadable);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(pem + " holds no certificates that can be read.", unusable);
        }
    }
}
