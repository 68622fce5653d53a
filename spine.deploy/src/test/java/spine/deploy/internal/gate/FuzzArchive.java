package spine.deploy.internal.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import spine.api.UnusableInputException;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.signing.SignatureCheck;
import spine.deploy.internal.signing.Signing;
import spine.deploy.internal.signing.TrustStore;

/**
 * What the fuzzer calls for jars: the checks of the gate that come before the framework sees one, in the gate's order. Nobody is trusted, so
 * that what has entries passes the check of signatures only if it has no signature.
 */
public final class FuzzArchive {
    private static final Path FILE = file();
    private static final ArchiveValidator ARCHIVE = new ArchiveValidator(16);
    private static final SignatureCheck SIGNATURE = new SignatureCheck(new TrustStore(FILE.resolveSibling("nobody.p12"), "changeit"), true);

    private FuzzArchive() {
    }

    /** @param arguments the folder for the inputs to begin with */
    public static void main(String[] arguments) throws IOException, UnusableInputException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path keys = Files.createTempDirectory("keys");
        Signing signing = new Signing(keys.resolve("key"), keys.resolve("trust.p12"), "changeit");
        signing.createKey("Fuzz");
        new TestBundle("acme.index", "1.0.0").header("Export-Package", "acme").write(folder.resolve("seed-0"));
        signing.sign(new TestBundle("acme.index", "1.0.0").write(folder.resolve("seed-1")));
        byte[] weights = "weights".getBytes(StandardCharsets.UTF_8);
        signing.sign(TestBundle.model("acme.model", "1.0.0", weights, weights).write(folder.resolve("seed-2")));
        TestBundle.tampered(folder.resolve("seed-1"), "acme/Hidden.class", "x");
        new TestBundle("acme.index", "1.0.0").entry("acme/zeros", new byte[1 << 16]).write(folder.resolve("seed-3"));
    }

    /** Returns for every input; any exception but a rejection is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        try {
            ARCHIVE.check(FILE);
            BundleIdentity bundle = BundleIdentity.of(FILE);
            if (!SIGNATURE.signer(FILE).isEmpty()) {
                throw new IllegalStateException("a signer whom nobody trusts");
            }
            ModelDigest.check(FILE, bundle);
        } catch (Rejection refused) {
            oneSentence(refused);
        }
    }

    static void oneSentence(Rejection refused) {
        String message = refused.getMessage();
        if (!message.endsWith(".") && !message.endsWith("...") || message.length() > 2000 || message.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("not one sentence: " + Arrays.toString(message.getBytes(StandardCharsets.UTF_8)), refused);
        }
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzz").resolve("bundle.jar");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
