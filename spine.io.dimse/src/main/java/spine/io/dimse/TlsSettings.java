package spine.io.dimse;

import java.nio.file.Path;
import java.util.Optional;

/**
 * TLS 1.2 or 1.3 (PS3.15 B.9 to B.11, BCP 195).
 *
 * @param keys PKCS12 with the key and certificate of this side; a listener needs it, a sender where its peers ask for one
 * @param trusted certificates that the peer's is checked against: PEM, or PKCS12 with the same password. Empty: those that Java trusts, and
 *        then a sender also compares the certificate with the name of the host
 * @param password of the PKCS12 files
 * @param clientCertificates whether a listener demands one of its peers
 */
public record TlsSettings(Optional<Path> keys, Optional<Path> trusted, String password, boolean clientCertificates) {

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsSettings[keys=" + keys + ", trusted=" + trusted + ", clientCertificates=" + clientCertificates + "]";
    }
}
