package spine.api.job;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service of a platform that listens for HTTP: how those reach it that score on other machines what it has received. They fetch images by
 * DICOMweb, and give results back. Safe for use by many threads.
 */
@ProviderType
public interface WorkerDoor {

    /** Root of everything that is answered, with a slash at the end. Not {@code https} only if nobody but this machine can reach it. */
    URI address();

    /** What the platform proves itself with; empty where that is not asked for. */
    Optional<X509Certificate> certificate();

    /** The token that they show. Another one each time the platform starts; whoever has it may read every image. Never printed. */
    String secret();
}
