package spine.itest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

import spine.common.access.Account;
import spine.common.access.AccountsFile;
import spine.common.access.ApiToken;
import spine.common.access.PasswordDigest;
import spine.common.access.Role;

/** A home with a user, a token of each role, a free port for the web listener and the result of a study. */
final class WebHome {
    /** Of the home: what the test has to know. */
    static final String SECRETS = "secrets.properties";

    private WebHome() {
    }

    /** An operator, for a platform whose home it is. */
    static void addUser(Path home, String user, String password) throws IOException {
        new AccountsFile(home.resolve("users.json"))
                .change(all -> all.with(new Account(user, Role.OPERATOR, PasswordDigest.of(password.toCharArray()).toString())));
    }

    static Path make(String user, String password, String study) throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "web");
        Properties secrets = new Properties();
        Instant now = Instant.now();
        AccountsFile accounts = new AccountsFile(home.resolve("users.json"));
        for (Role role : Role.values()) {
            ApiToken.Made token = ApiToken.make("test", role, now, now.plus(Duration.ofHours(1)));
            secrets.setProperty(role.word(), token.text());
            accounts.change(all -> all.with(token.token()));
        }
        accounts.change(all -> all.with(new Account(user, Role.OPERATOR, PasswordDigest.of(password.toCharArray()).toString())));
        secrets.setProperty("port", freePort());
        secrets.setProperty("provider", freePort());
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("spine.web.cfg"), "port = " + secrets.getProperty("port") + "\n");
        Files.writeString(conf.resolve("spine.web.oidc.cfg"), String.join("\n",
                "issuer = " + Glewlwyd.issuer(secrets.getProperty("provider")),
                "name = <the hospital>", "client.id = spine", "client.secret.file = oidc.secret",
                "own.address = http://127.0.0.1:" + secrets.getProperty("port"), "name.claim = name", "roles = readers=reader", ""));
        Files.writeString(conf.resolve("oidc.secret"), Glewlwyd.SECRET);
        Files.setPosixFilePermissions(conf.resolve("oidc.secret"), PosixFilePermissions.fromString("rw-------"));
        try (OutputStream out = Files.newOutputStream(home.resolve(SECRETS))) {
            secrets.store(out, null);
        }
        Path result = Files.createDirectories(home.resolve("results").resolve(study).resolve("dicom"));
        Files.writeString(result.resolveSibling("report.html"), "<p>report</p>");
        Files.writeString(result.resolve("sr.dcm"), "DICM");
        Path comparison = Files.createDirectories(home.resolve("results").resolve("comparisons").resolve(study));
        Files.writeString(comparison.resolve("comparison.html"), "<p>comparison</p>");
        Files.createSymbolicLink(comparison.resolve("comparison.csv"), home.resolve("users.json"));
        Files.createSymbolicLink(result.resolve("link.txt"), home.resolve("users.json"));
        return home;
    }

    private static String freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(free.getLocalPort());
        }
    }
}
