package spine.web.internal.listen;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import spine.api.job.WorkerDoor;
import spine.common.text.HostPort;

/** The listener as other platforms reach it: by the first name of its certificate that is no name of this machine for itself. */
record OpenDoor(URI address, Optional<X509Certificate> certificate, String secret) implements WorkerDoor {
    /** Kinds of names that a certificate has (RFC 5280 4.2.1.6). */
    private static final List<Integer> NAMES = List.of(2, 7);

    /** @throws IllegalArgumentException with a sentence, if the certificate cannot be read */
    static OpenDoor of(JettyProperties jetty, String secret) {
        URI own = URI.create(jetty.address());
        Optional<X509Certificate> certificate = Optional.ofNullable((String) jetty.configuration().get(JettyProperties.STORE))
                .map(store -> certificate(Path.of(store), jetty.password().toCharArray()));
        Optional<String> name = certificate.filter(any -> !jetty.isLocal()).flatMap(OpenDoor::name);
        return new OpenDoor(name.map(host -> URI.create("https://" + host + ":" + own.getPort() + "/")).orElse(own), certificate, secret);
    }

    private static X509Certificate certificate(Path store, char[] password) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias) && keys.getCertificate(alias) instanceof X509Certificate certificate) {
                    return certificate;
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("Nothing listens for HTTPS, because " + store + " cannot be read with its password.", e);
        }
        throw new IllegalArgumentException("Nothing listens for HTTPS, because " + store + " has no key with a certificate.");
    }

    private static Optional<String> name(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? Optional.empty() : names.stream().filter(name -> NAMES.contains(name.get(0)))
                    .map(name -> String.valueOf(name.get(1))).filter(OpenDoor::isForOthers)
                    .map(name -> name.indexOf(':') < 0 ? name : "[" + name + "]").findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    /** Wildcards lead nowhere. */
    private static boolean isForOthers(String name) {
        return !name.equals("localhost") && !name.startsWith("127.") && !name.equals("0:0:0:0:0:0:0:1")
                && HostPort.isHost(name);
    }

    @Override
    public String toString() {
        return "the listener at " + address;
    }
}
