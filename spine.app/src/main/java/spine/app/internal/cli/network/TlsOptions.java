package spine.app.internal.cli.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import picocli.CommandLine.Option;

import spine.api.UnusableInputException;
import spine.common.file.BoundedFile;
import spine.common.file.FileFailure;
import spine.common.install.HomePermissions;
import spine.io.dimse.TlsSettings;

/** How connections are encrypted. */
final class TlsOptions {

    @Option(names = "--tls", description = "encrypt connections by TLS 1.2 or 1.3")
    private boolean tls;

    @Option(names = "--tls-keys", paramLabel = "FILE", description = "PKCS12 file with key and certificate of this side")
    private Optional<Path> keys = Optional.empty();

    @Option(names = "--tls-trust", paramLabel = "FILE",
            description = "certificates that the other side's is checked against, PEM or PKCS12 (default: those that Java trusts)")
    private Optional<Path> trusted = Optional.empty();

    @Option(names = "--tls-password", paramLabel = "FILE", description = "file whose first line is the password of the PKCS12 files")
    private Optional<Path> password = Optional.empty();

    /**
     * @param clientCertificates whether a listener demands one of its peers
     * @return empty for plain connections
     * @throws IllegalArgumentException with a sentence, if an option has no meaning without another
     * @throws UnusableInputException if the file of the password cannot be read
     */
    Optional<TlsSettings> settings(boolean clientCertificates) throws UnusableInputException {
        if (!tls) {
            if (keys.isPresent() || trusted.isPresent() || password.isPresent() || clientCertificates) {
                throw new IllegalArgumentException("The options for TLS need --tls.");
            }
            return Optional.empty();
        }
        return Optional.of(new TlsSettings(keys, trusted, word(password), clientCertificates));
    }

    /**
     * The password in a file, its first line; empty without one.
     *
     * @throws UnusableInputException if the file cannot be read
     */
    static String word(Optional<Path> file) throws UnusableInputException {
        try {
            return file.isEmpty() ? "" : new String(BoundedFile.regular(file.get(), BoundedFile.LONGEST), StandardCharsets.UTF_8).lines()
                    .findFirst().orElse("");
        } catch (IOException e) {
            throw new UnusableInputException("The password for TLS cannot be read: " + FileFailure.reason(e) + ".", e);
        }
    }

    /** Which secrets others can read, one sentence for each. A container may hand them in so, and use them all the same. */
    List<String> exposed() {
        return Stream.of(keys, password).flatMap(Optional::stream).map(HomePermissions::exposed).flatMap(Optional::stream).toList();
    }
}
