package spine.itest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The OpenID provider glewlwyd of Debian, with a user {@value #USER} of the group readers and a client {@code spine}. */
final class Glewlwyd implements AutoCloseable {
    static final String USER = "carla";
    static final String SECRET = "aSecretOfTheClient";
    private static final Path PROGRAM = Path.of("/usr/bin/glewlwyd");
    private static final Path SCHEMA = Path.of("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3");
    private static final String PASSWORD = "a password of hers";

    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).build();
    private final String address;
    private final Process process;

    private Glewlwyd(String address, Process process) {
        this.address = address;
        this.process = process;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.exists(SCHEMA) && Files.exists(Path.of("/usr/bin/sqlite3"));
    }

    static String issuer(String port) {
        return "http://127.0.0.1:" + port + "/api/oidc";
    }

    /** @param answer where it may send browsers back to */
    static Glewlwyd start(Path folder, String port, String answer) throws Exception {
        Path database = Files.createDirectories(folder).resolve("database");
        Files.deleteIfExists(database);
        new ProcessBuilder("sqlite3", database.toString()).redirectInput(SCHEMA.toFile()).start().waitFor();
        Path configuration = Files.writeString(folder.resolve("glewlwyd.conf"), String.join("\n", "port=" + port,
                "bind_address=\"127.0.0.1\"", "external_url=\"http://127.0.0.1:" + port + "\"", "login_url=\"login.html\"",
                "api_prefix=\"api\"", "log_mode=\"console\"", "log_level=\"INFO\"", "session_key=\"GLEWLWYD2_SESSION_ID\"",
                "session_expiration=3600", "admin_scope=\"g_admin\"", "profile_scope=\"g_profile\"",
                "user_module_path=\"/usr/lib/glewlwyd/user\"", "user_middleware_module_path=\"/usr/lib/glewlwyd/user_middleware\"",
                "client_module_path=\"/usr/lib/glewlwyd/client\"", "user_auth_scheme_module_path=\"/usr/lib/glewlwyd/scheme\"",
                "plugin_module_path=\"/usr/lib/glewlwyd/plugin\"", "hash_algorithm=\"SHA512\"",
                "database={type=\"sqlite3\";path=\"" + database + "\";};", ""));
        Process process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + configuration)
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        Glewlwyd started = new Glewlwyd("http://127.0.0.1:" + port, process);
        try {
            started.configure(answer);
            return started;
        } catch (Exception | AssertionError failure) {
            started.close();
            throw failure;
        }
    }

    private void configure(String answer) throws Exception {
        awaitStart();
        // As it is installed.
        call("POST", "/api/auth/", Map.of("username", "admin", "password", "password"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        call("POST", "/api/mod/plugin/", Map.of("module", "oidc", "name", "oidc", "display_name", "oidc", "order_rank", 0, "parameters",
                Map.ofEntries(Map.entry("iss", address + "/api/oidc"), Map.entry("jwt-type", "rsa"), Map.entry("jwt-key-size", "256"),
                        Map.entry("key", pem("PRIVATE", keys.getPrivate())), Map.entry("cert", pem("PUBLIC", keys.getPublic())),
                        Map.entry("access-token-duration", 60), Map.entry("refresh-token-duration", 60), Map.entry("code-duration", 60),
                        Map.entry("subject-type", "public"), Map.entry("auth-type-code-enabled", true), Map.entry("pkce-allowed", true),
                        Map.entry("pkce-required", true), Map.entry("jwks-show", true), Map.entry("name-claim", "mandatory"),
                        Map.entry("claims", new Object[] {Map.of("name", "groups", "user-property", "groups", "type", "string",
                                "mandatory", true)}))));
        call("PUT", "/api/mod/user/database", Map.of("module", "database", "name", "database", "display_name", "database", "order_rank", 0,
                "parameters", Map.of("use-glewlwyd-connection", true, "data-format",
                        Map.of("groups", Map.of("multiple", true, "read", true, "write", true)))));
        call("PUT", "/api/mod/reload/", Map.of());
        call("POST", "/api/user/", Map.of("username", USER, "password", PASSWORD, "name", USER, "enabled", true,
                "scope", new String[] {"openid"}, "groups", new String[] {"radiology", "readers"}));
        call("POST", "/api/client/", Map.of("client_id", "spine", "name", "spine", "confidential", true, "client_secret", SECRET,
                "redirect_uri", new String[] {answer}, "authorization_type", new String[] {"code"}, "token_endpoint_auth_method",
                new String[] {"client_secret_basic"}, "scope", new String[] {"openid"}, "enabled", true));
    }

    private void awaitStart() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try {
                client.send(HttpRequest.newBuilder(URI.create(address + "/config/")).build(), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    private static String pem(String kind, Key key) {
        String label = kind + " KEY-----\n";
        return "-----BEGIN " + label + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END " + label;
    }

    private void call(String method, String path, Map<String, ?> body) throws Exception {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
    }

    /** Does what a person does there in a browser. @return where the browser is sent to */
    String logIn(String authorization) throws Exception {
        call("POST", "/api/auth/", Map.of("username", USER, "password", PASSWORD));
        call("PUT", "/api/auth/grant/spine", Map.of("scope", "openid"));
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create(authorization + "&g_continue")).build(),
                HttpResponse.BodyHandlers.ofString());
        return response.headers().firstValue("Location").orElseThrow(() -> new AssertionError(response.body()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly()).join();
    }
}
