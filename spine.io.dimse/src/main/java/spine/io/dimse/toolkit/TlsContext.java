package spine.io.dimse.toolkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.io.dimse.TlsSettings;

/** Puts TLS under connections (PS3.15 B.9 to B.11, which follow BCP 195: TLS 1.2 or 1.3). */
public final class TlsContext {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;
    private final TlsSettings settings;

    private TlsContext(SSLContext context, TlsSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException with a sentence, if keys or certificates cannot be used */
    public static TlsContext of(TlsSettings settings) {
        try {
            KeyManager[] keys = settings.keys().isPresent() ? keys(settings.keys().get(), settings.password().toCharArray()) : null;
            TrustManager[] trust = settings.trusted().isPresent()
                    ? trust(settings.trusted().get(), settings.password().toCharArray()) : null;
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return new TlsContext(context, settings);
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException("Keys or certificates for TLS cannot be used.", failure);
        }
    }

    /** @throws IllegalArgumentException with a sentence, if there is no key to show, or clients must show one that cannot be checked */
    public static TlsContext ofListener(TlsSettings settings) {
        if (settings.keys().isEmpty()) {
            throw new IllegalArgumentException("A listener with TLS needs a key and a certificate.");
        }
        if (settings.clientCertificates() && settings.trusted().isEmpty()) {
            throw new IllegalArgumentException("To demand certificates of clients, the trusted ones must be given.");
        }
        return of(settings);
    }

    /** @return the side of a listener, over {@code tcp}; its handshake is still to be made */
    public SSLSocket server(Socket tcp) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tcp, null, true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(settings.clientCertificates());
        socket.setEnabledProtocols(PROTOCOLS);
        return socket;
    }

    /**
     * @param host is compared with the certificate unless certificates of the peers themselves are trusted
     * @return the side of a sender, over {@code tcp}; its handshake is still to be made
     */
    public SSLSocket client(Socket tcp, String host) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(tcp, host, tcp.getPort(), true);
        if (settings.trusted().isEmpty()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.setEnabledProtocols(PROTOCOLS);
        return socket;
    }

    private static KeyManager[] keys(Path file, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(pkcs12(file, password), password);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trust(Path file, char[] password) throws GeneralSecurityException {
        byte[] content = content(file);
        KeyStore trusted = new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN CERTIFICATE-----")
                ? pem(file, content) : pkcs12(file, password);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private static KeyStore pem(Path file, byte[] content) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))) {
                store.setCertificateEntry("certificate-" + store.size(), certificate);
            }
            return store;
        } catch (IOException | CertificateException damaged) {
            throw new IllegalArgumentException(file + " holds no certificates that can be read.", damaged);
        }
    }

    private static KeyStore pkcs12(Path file, char[] password) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content(file)), password);
            return store;
        } catch (IOException wrong) {
            throw new IllegalArgumentException(file + " is no PKCS12 file, or its password is another one.", wrong);
        }
    }

    private static byte[] content(Path file) {
        try {
            return BoundedFile.regular(file, BoundedFile.LONGEST);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(FileFailure.sentence(unreadable), unreadable);
        }
    }
}
