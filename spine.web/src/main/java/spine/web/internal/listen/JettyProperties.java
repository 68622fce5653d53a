package spine.web.internal.listen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import spine.common.install.InstallPaths;
import spine.common.keystore.StorePassword;
import spine.common.text.HostPort;
import spine.web.internal.WebSettings;

/**
 * What Felix HTTP is told: where Jetty listens, and how much it takes. Names are those of Felix HTTP 5.
 *
 * @param configuration of the PID {@link #PID}
 * @param password of the key store, empty without one; not for Configuration Admin, which would write it to a file
 * @param address as a browser takes it
 * @param isLocal whether nobody but this machine can reach it
 */
record JettyProperties(Map<String, Object> configuration, String password, String address, boolean isLocal) {
    static final String PID = "org.apache.felix.http";
    /** Without a configuration Felix HTTP would listen on all addresses as soon as it is started. */
    static final String WAIT_FOR_CONFIGURATION = "org.apache.felix.http.require.config";
    static final String STORE = "org.apache.felix.https.keystore";
    static final String STORE_PASSWORD = "org.apache.felix.https.keystore.password";
    /** Bytes of the head of a request; browsers send 1 to 2 KB. */
    private static final int HEADER_BYTES = 8 * 1024;
    /** Bytes of a form; that of the login has three short fields. */
    private static final int FORM_BYTES = 8 * 1024;
    /** Milliseconds without a byte after which a connection ends. */
    private static final int IDLE_MILLIS = 30_000;
    /** Requests that are answered at the same time, and those who listen to events. */
    private static final int THREADS = 100;

    /** @throws IllegalArgumentException with a sentence on the setting that does not hold */
    static JettyProperties of(WebSettings settings, InstallPaths paths) {
        InetAddress address = address(settings.address());
        if (!address.isLoopbackAddress() && !settings.tls()) {
            throw new IllegalArgumentException("Nothing listens for HTTP, because others could read passwords and images on their way to "
                    + settings.address() + ": set tls = true in conf/" + WebSettings.PID + ".cfg, after './spine tls make'.");
        }
        Map<String, Object> jetty = new HashMap<>();
        jetty.put("org.apache.felix.http.host", address.getHostAddress());
        jetty.put("org.apache.felix.http.enable", !settings.tls());
        jetty.put("org.apache.felix.https.enable", settings.tls());
        jetty.put(settings.tls() ? "org.osgi.service.http.port.secure" : "org.osgi.service.http.port", settings.port());
        jetty.put("org.apache.felix.http.jetty.headerBufferSize", HEADER_BYTES);
        jetty.put("org.apache.felix.http.jetty.maxFormSize", FORM_BYTES);
        jetty.put("org.apache.felix.http.timeout", IDLE_MILLIS);
        jetty.put("org.apache.felix.http.jetty.threadpool.max", THREADS);
        String password = "";
        if (settings.tls()) {
            Path store = file(settings.tls_keystore(), paths.webKeyStore());
            jetty.put(STORE, store.toString());
            jetty.put("org.apache.felix.https.keystore.type", "PKCS12");
            password = password(store, file(settings.tls_password_file(), paths.webKeyPassword()));
        }
        String host = address.isAnyLocalAddress() ? hostName() : settings.address();
        return new JettyProperties(jetty, password, (settings.tls() ? "https://" : "http://")
                + HostPort.of(host, settings.port()) + "/", address.isLoopbackAddress());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text.isBlank() ? "?" : text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Nothing listens for HTTP, because address = " + text + " in conf/" + WebSettings.PID
                    + ".cfg is no address.", e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static Path file(String setting, Path standard) {
        return setting.isBlank() ? standard : Path.of(setting).toAbsolutePath();
    }

    private static String password(Path store, Path file) {
        if (!Files.isReadable(store)) {
            throw new IllegalArgumentException("Nothing listens for HTTPS, because there is no key store " + store
                    + " that can be read; './spine tls make' makes one.");
        }
        try {
            return new String(new StorePassword(file, "").read());
        } catch (IOException e) {
            throw new IllegalArgumentException("Nothing listens for HTTPS, because the password of " + store + " cannot be read "
                    + StorePassword.where(file) + ".", e);
        }
    }
}
