package spine.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import spine.api.UnusableInputException;
import spine.deploy.internal.signing.Signing;

/** Two signers, one of whom is trusted; made once, because making keys is slow. */
final class TestKeys {
    static final Path TRUST_STORE;
    static final Signing TRUSTED;
    static final Signing STRANGER;

    static {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "keys");
            TRUST_STORE = folder.resolve("conf").resolve("trust.p12");
            TRUSTED = new Signing(folder.resolve("trusted"), TRUST_STORE, "changeit");
            TRUSTED.createKey("Trusted, Ltd");
            STRANGER = new Signing(folder.resolve("stranger"), folder.resolve("strange.p12"), "changeit");
            STRANGER.createKey("Stranger");
        } catch (IOException | UnusableInputException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private TestKeys() {
    }
}
