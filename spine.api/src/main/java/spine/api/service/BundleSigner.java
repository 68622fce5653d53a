package spine.api.service;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;
import spine.api.UnusableInputException;

/** Signs bundles with the development key of the user who runs it. Safe for use by many threads. */
@ProviderType
public interface BundleSigner {

    /**
     * Makes the key, unless there is one, and puts its certificate into the trust store of the {@link DeployGate}.
     *
     * @param name common name of the subject of a new certificate
     * @return the whole subject
     * @throws UnusableInputException if there is a key that is trusted already, or none can be where it should be
     * @throws IOException if the key cannot be made
     */
    String createKey(String name) throws UnusableInputException, IOException;

    /**
     * Signs a jar in place; it is replaced as a whole or not touched.
     *
     * @return the subject of the certificate
     * @throws UnusableInputException if there is no key, or the file is no jar
     * @throws IOException if the jar cannot be written
     */
    String sign(Path jar) throws UnusableInputException, IOException;
}
