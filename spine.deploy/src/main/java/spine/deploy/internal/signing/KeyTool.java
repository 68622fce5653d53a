package spine.deploy.internal.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Java's own program for keys: the only supported way to make a certificate. */
final class KeyTool {
    private static final String PASSWORD = "SPINE_STORE_PASSWORD";

    private KeyTool() {
    }

    /**
     * Makes a key pair with a self-signed certificate.
     *
     * @param store PKCS12 file to write
     */
    static void createKey(Path store, String alias, String subject, int days, String password) throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        // The password goes through the environment, because everybody can read a command line.
        ProcessBuilder builder = new ProcessBuilder(List.of(program, "-genkeypair", "-alias", alias, "-dname", subject,
                "-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA", "-validity", Integer.toString(days),
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", PASSWORD)).redirectErrorStream(true);
        builder.environment().put(PASSWORD, password);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed to create a key: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a key", e);
        }
    }
}
