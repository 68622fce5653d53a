package spine.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.deploy.internal.signing.Signing;
import spine.deploy.internal.signing.TrustStore;

/** Two signers, one of whom is trusted; made once, because making keys is slow. */
final class TestKeys {
    static final Path TRUST_STORE;
    /** The keys lie elsewhere. */
    private static final Path HOME = Path.of("home").toAbsolutePath();
    static final Signing TRUSTED;
    static final Signing STRANGER;

    static {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "keys");
            TRUST_STORE = folder.resolve("conf").resolve("trust.p12");
            TRUSTED = new Signing(folder.resolve("trusted"), HOME, new TrustStore(TRUST_STORE, ""));
            TRUSTED.createKey("Trusted, Ltd");
            STRANGER = new Signing(folder.resolve("stranger"), HOME, new TrustStore(folder.resolve("strange.p12"), "given"));
            STRANGER.createKey("Stranger");
        } catch (IOException | UnusableInputException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestKeys() {
    }
}
