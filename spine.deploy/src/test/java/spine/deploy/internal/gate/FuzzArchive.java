package spine.deploy.internal.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import spine.common.digest.Sha256;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.TestBundle;
import spine.deploy.internal.archive.ArchiveValidator;
import spine.deploy.internal.signing.SignatureCheck;
import spine.deploy.internal.signing.Signing;
import spine.deploy.internal.signing.TrustStore;

/**
 * What the fuzzer calls for jars: the checks of the gate that come before the framework sees one, in the gate's order. What they accept is
 * the same for those who read a jar from its beginning and from its end; and what they take for signed holds what was signed, and no more.
 */
public final class FuzzArchive {
    private static final Path FILE = file();
    private static final ArchiveValidator ARCHIVE = new ArchiveValidator(16);
    private static final String TRUST = "trust.p12";
    private static final Set<Map<String, String>> SIGNED = new HashSet<>();
    private static SignatureCheck signature;

    private FuzzArchive() {
    }

    /** @param arguments the folder for the inputs to begin with, beside which the store of who is trusted comes to lie */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Path store = folder.resolveSibling(TRUST);
        Files.deleteIfExists(store);
        Signing signing = new Signing(Files.createTempDirectory("keys"), folder.resolve("home"), new TrustStore(store, "changeit"));
        signing.createKey("Fuzz");
        new TestBundle("acme.index", "1.0.0").header("Export-Package", "acme").write(folder.resolve("seed-0"));
        signing.sign(new TestBundle("acme.index", "1.0.0").write(folder.resolve("signed-1")));
        byte[] weights = "weights".getBytes(StandardCharsets.UTF_8);
        signing.sign(TestBundle.model("acme.model", "1.0.0", weights, weights).write(folder.resolve("signed-2")));
        Files.move(TestBundle.tampered(folder.resolve("signed-1"), "acme/Hidden.class", "x"), folder.resolve("seed-3"));
        new TestBundle("acme.index", "1.0.0").entry("acme/zeros", new byte[1 << 16]).write(folder.resolve("seed-4"));
    }

    /** @param arguments the same folder */
    public static void fuzzerInitialize(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        signature = new SignatureCheck(new TrustStore(folder.resolveSibling(TRUST), "changeit"), true);
        for (String name : new String[] {"signed-1", "signed-2"}) {
            SIGNED.add(fromItsEnd(folder.resolve(name)));
        }
    }

    /** Returns for every input; any exception but a rejection is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        String signer;
        try {
            ARCHIVE.check(FILE);
            BundleIdentity bundle = BundleIdentity.of(FILE);
            signer = signature.signer(FILE);
            ExtenderFolders.check(FILE);
            ModelDigest.check(FILE, bundle);
        } catch (Rejection refused) {
            oneSentence(refused);
            return;
        }
        Map<String, String> content = fromItsEnd(FILE);
        if (!content.equals(fromItsBeginning(FILE))) {
            throw new IllegalStateException("two readers see two jars: " + content + " and " + fromItsBeginning(FILE));
        }
        if (!signer.isEmpty() && !SIGNED.contains(content)) {
            throw new IllegalStateException("nobody has signed " + content);
        }
    }

    private static Map<String, String> fromItsEnd(Path jar) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    content.put(entry.getName(), Sha256.of(in));
                }
            }
        }
        return content;
    }

    private static Map<String, String> fromItsBeginning(Path jar) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                content.put(entry.getName(), Sha256.of(zip.readAllBytes()));
            }
        }
        return content;
    }

    static void oneSentence(Rejection refused) {
        String message = refused.getMessage();
        if (!message.endsWith(".") || message.length() > 2000 || message.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("not one sentence: " + message, refused);
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
