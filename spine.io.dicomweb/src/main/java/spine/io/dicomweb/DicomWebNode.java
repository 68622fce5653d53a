package spine.io.dicomweb;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A server with DICOM web services.
 *
 * @param root address of its services, below which {@code /studies} lies; without a slash at the end
 * @param credentials what it is told; over plain HTTP on this machine alone
 * @param trusted PEM file with the certificates that the server's is checked against; if empty, those that Java trusts
 * @param patience how long the connection, the answer, and each next part of it may take
 */
public record DicomWebNode(URI root, Credentials credentials, Optional<Path> trusted, Duration patience) {

    /** @throws IllegalArgumentException with a sentence, if it cannot be used */
    public DicomWebNode {
        Objects.requireNonNull(trusted, "trusted");
        if (!isAddress(root.toString()) || root.getHost() == null || root.getRawUserInfo() != null || root.getRawQuery() != null
                || root.getRawFragment() != null) {
            throw new IllegalArgumentException("The address of a server with DICOM web services is http(s)://HOST:PORT/PATH.");
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("The patience with a server is longer than 0 s.");
        }
        if (credentials.header().isPresent() && root.getScheme().equalsIgnoreCase("http") && !isThisMachine(root.getHost())) {
            throw new IllegalArgumentException("Passwords and tokens are sent by https only, but to this machine.");
        }
        String text = root.toString();
        root = URI.create(text.replaceFirst("/+$", ""));
    }

    /** Whether a text is an address of this kind, rather than a name or the address of a DICOM node. */
    public static boolean isAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException with a sentence, if it is none
     */
    public static URI address(String text) {
        try {
            return URI.create(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("The address of a server with DICOM web services is http(s)://HOST:PORT/PATH.", malformed);
        }
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}") || host.equals("[::1]");
    }
}
