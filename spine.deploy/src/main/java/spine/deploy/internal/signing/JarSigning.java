package spine.deploy.internal.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;

/** The one class that touches Java's signer, because not every container shows that to bundles. */
final class JarSigning {
    private static final String SIGNATURE_FILE = "SPINE";

    private JarSigning() {
    }

    /** @throws NoClassDefFoundError where the container hides the signer */
    static void put(KeyStore.PrivateKeyEntry entry, ZipFile jar, OutputStream out) throws IOException {
        try {
            new JarSigner.Builder(entry).digestAlgorithm("SHA-256").signerName(SIGNATURE_FILE).build().sign(jar, out);
        } catch (JarSignerException | NoSuchAlgorithmException e) {
            throw new IOException("the jar cannot be signed: " + e.getMessage(), e);
        }
    }
}
