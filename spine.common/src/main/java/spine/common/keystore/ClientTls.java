package spine.common.keystore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import spine.common.file.BoundedFile;

/** TLS for a side that connects to others. */
public final class ClientTls {

    private ClientTls() {
    }

    /**
     * With trust in the certificates of a PEM file, and nothing to show.
     *
     * @throws IllegalArgumentException with a sentence, if the file holds none that can be read
     */
    public static SSLContext context(Path trusted) {
        return context(Optional.of(trusted), Optional.empty(), Optional.empty());
    }

    /**
     * @param trusted PEM file with the certificates that the other side's is checked against; those that Java trusts if empty
     * @param keys PKCS #12 file with what this side shows if it is asked; nothing if empty
     * @param password file with the password of the keys
     * @throws IllegalArgumentException with a sentence, if a file cannot be used
     */
    public static SSLContext context(Optional<Path> trusted, Optional<Path> keys, Optional<Path> password) {
        if (keys.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("Key store and file of its password belong together: one of them is missing.");
        }
        try {
            TrustManager[] trust = trusted.isEmpty() ? null : TrustedCertificates.managers(trusted.get());
            KeyManager[] own = keys.isEmpty() ? null : managers(keys.get(), password.get());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, trust, null);
            return context;
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("Keys or certificates for TLS cannot be used.", failure);
        }
    }

    private static KeyManager[] managers(Path keys, Path passwordFile) throws GeneralSecurityException {
        try {
            char[] password = new StorePassword(passwordFile, "").read();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(BoundedFile.read(keys)), password);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (IOException unusable) {
            throw new IllegalArgumentException(keys + " is no PKCS12 file that can be read with the password "
                    + StorePassword.where(passwordFile) + ".", unusable);
        }
    }
}
