package spine.deploy.internal.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import spine.deploy.internal.Rejection;
import spine.deploy.internal.archive.ManifestText;

/**
 * The files of a jar that cannot be signed because they are the signature: for each signer a file with the digests and a block beside it.
 * Whatever else looks like one is refused, since nobody would answer for its content.
 */
final class SignatureFiles {
    private static final Pattern DIGESTS = Pattern.compile("META-INF/([A-Z0-9_-]{1,64})\\.SF");
    private static final Pattern BLOCK = Pattern.compile("META-INF/([A-Z0-9_-]{1,64})\\.(RSA|DSA|EC)");
    private static final String MANIFEST_DIGEST = "-Digest-Manifest";
    /** Those that Java's signers write and that count as sound. */
    private static final Set<String> ALGORITHMS = Set.of("SHA-256", "SHA-384", "SHA-512");

    private SignatureFiles() {
    }

    static boolean is(String name) {
        return DIGESTS.matcher(name).matches() || BLOCK.matcher(name).matches();
    }

    /**
     * Finds the signatures, whole ones, each of the manifest as it is. Whether they are those of the signers, Java says.
     *
     * @return how many signers there must be
     */
    static int count(Path jar) throws Rejection, IOException {
        TreeSet<String> digests = new TreeSet<>();
        TreeSet<String> blocks = new TreeSet<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                collect(entry.getName(), DIGESTS, digests);
                collect(entry.getName(), BLOCK, blocks);
            }
            if (!digests.equals(blocks)) {
                throw new Rejection("It has half a signature: files with the digests for " + digests + ", and blocks for " + blocks + ".");
            }
            for (String name : digests) {
                checkManifest(file, "META-INF/" + name + ".SF");
            }
        }
        return digests.size();
    }

    private static void collect(String name, Pattern pattern, TreeSet<String> signers) throws Rejection {
        var match = pattern.matcher(name);
        if (match.matches() && !signers.add(match.group(1))) {
            throw new Rejection("It has two signatures named " + match.group(1) + ".");
        }
    }

    /** Java is content with a manifest of which only some sections are as they were signed. */
    private static void checkManifest(ZipFile jar, String file) throws Rejection, IOException {
        Attributes digests = ManifestText.signature(bytes(jar, file));
        byte[] manifest = bytes(jar, JarFile.MANIFEST_NAME);
        List<String> algorithms = digests.keySet().stream().map(Object::toString).filter(name -> name.endsWith(MANIFEST_DIGEST))
                .map(name -> name.substring(0, name.length() - MANIFEST_DIGEST.length())).filter(ALGORITHMS::contains).toList();
        if (algorithms.isEmpty()) {
            throw new Rejection("Its " + file + " does not sign the whole manifest with SHA-256 or longer.");
        }
        for (String algorithm : algorithms) {
            if (!digest(algorithm, manifest).equals(digests.getValue(algorithm + MANIFEST_DIGEST))) {
                throw new Rejection("Its manifest was changed after it was signed.");
            }
        }
    }

    private static String digest(String algorithm, byte[] content) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static byte[] bytes(ZipFile jar, String name) throws Rejection, IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            throw new Rejection("It has no " + name + ".");
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
