package spine.common.keystore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java's own program for keys: the only supported way to make a certificate. */
public final class KeyTool {
    private static final String PASSWORD = "SPINE_STORE_PASSWORD";

    private KeyTool() {
    }

    /**
     * Makes a key pair with a self-signed certificate.
     *
     * @param store PKCS12 file to write
     * @param hosts host names and IP addresses that the certificate is for, such as {@code dns:localhost} and {@code ip:127.0.0.1}; may be
     *     empty
     */
    public static void createKey(Path store, String alias, String subject, List<String> hosts, int days, String password)
            throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        // The password goes through the environment, because everybody can read a command line.
        List<String> command = new ArrayList<>(List.of(program, "-genkeypair", "-alias", alias, "-dname", subject,
                "-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA", "-validity", Integer.toString(days),
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", PASSWORD));
        if (!hosts.isEmpty()) {
            command.addAll(List.of("-ext", "SAN=" + String.join(",", hosts)));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
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
