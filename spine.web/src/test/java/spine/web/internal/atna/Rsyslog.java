package spine.web.internal.atna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The syslog server rsyslog of Debian, which takes TLS from whoever shows a certificate. */
final class Rsyslog implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/rsyslogd");
    private static final List<String> TLS = List.of("/usr/lib/x86_64-linux-gnu/rsyslog/lmnsd_gtls.so",
            "/usr/lib/aarch64-linux-gnu/rsyslog/lmnsd_gtls.so");

    private final Path folder;
    private final int port;
    private Process process;

    private Rsyslog(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Makes keys; the caller is skipped if it is not installed. */
    static Rsyslog prepare(Path folder) throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM) && TLS.stream().anyMatch(file -> Files.exists(Path.of(file)))
                && Files.isExecutable(Path.of("/usr/bin/openssl")), "rsyslog, rsyslog-gnutls and openssl are not installed, test skipped");
        for (String name : List.of("known", "stranger")) {
            run(folder, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost", "-keyout", name + ".key", "-out", name + ".pem");
        }
        run(folder, "openssl", "pkcs12", "-export", "-inkey", "known.key", "-in", "known.pem", "-passout", "pass:secret", "-out",
                "known.p12");
        Files.writeString(folder.resolve("password"), "secret\n");
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-------"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Rsyslog(folder, free.getLocalPort());
        }
    }

    private static void run(Path folder, String... command) throws Exception {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        Path configuration = Files.writeString(folder.resolve("rsyslog.conf"), String.join("\n",
                "global(workDirectory=\"" + folder + "\" defaultNetstreamDriverCAFile=\"" + folder.resolve("known.pem")
                        + "\" defaultNetstreamDriverCertFile=\"" + folder.resolve("known.pem")
                        + "\" defaultNetstreamDriverKeyFile=\"" + folder.resolve("known.key") + "\")",
                "module(load=\"imtcp\" streamDriver.name=\"gtls\" streamDriver.mode=\"1\" streamDriver.authMode=\"x509/certvalid\")",
                "input(type=\"imtcp\" address=\"127.0.0.1\" port=\"" + port + "\")",
                "template(name=\"whole\" type=\"string\" string=\"%rawmsg%\\n\")",
                "if $app-name == \"spine\" then action(type=\"omfile\" file=\"" + received() + "\" template=\"whole\")", ""));
        process = new ProcessBuilder(PROGRAM.toString(), "-n", "-f", configuration.toString(), "-i", folder.resolve("pid").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("rsyslog.log").toFile()).start();
    }

    private Path received() {
        return folder.resolve("received");
    }

    /** What it has got, with its head. */
    List<String> messages() throws IOException {
        return Files.exists(received()) ? Files.readAllLines(received()) : List.of();
    }

    /** At once, without an end of its connections. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
