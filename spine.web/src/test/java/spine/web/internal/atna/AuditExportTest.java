package spine.web.internal.atna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

import spine.common.access.AccessLog;
import spine.common.install.InstallPaths;

/** With rsyslog as it is delivered, skipped where that is not installed. */
class AuditExportTest {
    @TempDir
    private Path home;
    private AccessLog log;

    @BeforeEach
    void begin() {
        log = new AccessLog(home.resolve("access.log"));
    }

    @Test
    void everyLineReachesTheServerWhateverHappensToIt() throws Exception {
        add("before anything is set up");
        try (Rsyslog server = Rsyslog.prepare(home)) {
            server.start();
            AuditExport export = export(settings("localhost", server.port(), "tls", "known.pem"));
            await("connection", () -> status(export).equals("OK The access log is sent to localhost:" + server.port() + "."));
            add("1");
            add("2");
            await("two messages", () -> names(server).containsAll(List.of("1", "2")));
            server.kill();
            await("complaint", () -> status(export).startsWith("WARN The access log does not reach localhost:"));
            add("3");
            export.close();
            add("4");
            server.start();
            AuditExport next = export(settings("localhost", server.port(), "tls", "known.pem"));
            await("what was missed", () -> names(server).equals(new TreeSet<>(List.of("1", "2", "3", "4"))));
            next.close();
            for (String message : server.messages()) {
                Element xml = AuditSchema.read(message.substring(message.indexOf("<?xml")));
                assertEquals("110114", AuditSchema.attribute(xml, "EventID", "csd-code"));
                assertEquals("the hospital", AuditSchema.attribute(xml, "AuditSourceIdentification", "AuditEnterpriseSiteID"));
            }
        }
    }

    @Test
    void aServerThatIsNotTrustedGetsNothing() throws Exception {
        try (Rsyslog server = Rsyslog.prepare(home)) {
            server.start();
            AuditExport stranger = export(settings("localhost", server.port(), "tls", "stranger.pem"));
            AuditExport elsewhere = export(settings("127.0.0.1", server.port(), "tls", "known.pem"));
            add("1");
            for (AuditExport export : List.of(stranger, elsewhere)) {
                await("complaint", () -> status(export).endsWith(": it cannot be trusted, or does not trust this side."));
                export.close();
            }
            assertEquals(List.of(), server.messages());
        }
    }

    @Test
    void settingsThatDoNotHoldAreSaid() throws Exception {
        for (List<String> wrong : List.of(List.of("192.0.2.1", "tcp", "", "transport = tcp is for this machine only"),
                List.of("192.0.2.1", "udp", "", "transport = udp is for this machine only"),
                List.of("localhost", "http", "", "transport = http is not tls, tcp or udp."),
                List.of("localhost", "tls", "none.pem", "none.pem does not exist."))) {
            AuditExport export = export(settings(wrong.get(0), 6514, wrong.get(1), wrong.get(2)));
            assertTrue(status(export).startsWith("WARN") && status(export).contains(wrong.get(3)), status(export));
            export.close();
        }
        AuditExport none = export(settings("", 6514, "tls", ""));
        assertEquals("OK The access log is sent nowhere else.", status(none));
        none.close();
    }

    private void add(String who) throws Exception {
        log.add(Instant.now(), new AccessLog.Line("login", who, "10.0.0.1", "password", "", "", "done"));
    }

    private static TreeSet<String> names(Rsyslog server) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        for (String message : server.messages()) {
            assertTrue(message.matches("<85>1 [0-9T:-]{19}(\\.[0-9]{1,6})?Z \\S+ spine \\d+ IHE\\+RFC-3881 - \uFEFF<\\?xml.*"), message);
            names.add(message.replaceFirst(".*? UserID=\"([^\"]*)\".*", "$1"));
        }
        return names;
    }

    private AuditExport export(SyslogSettings settings) {
        return new AuditExport(InstallPaths.of(name -> home.toString()), settings);
    }

    private static String status(AuditExport export) {
        Result result = export.execute();
        StringBuilder text = new StringBuilder(result.getStatus().toString());
        result.forEach(entry -> text.append(' ').append(entry.getMessage()));
        return text.toString();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.sleep(50);
        }
    }

    private SyslogSettings settings(String host, int port, String transport, String trusted) {
        boolean keys = transport.equals("tls") && !trusted.equals("none.pem") && !trusted.isEmpty();
        return new SyslogSettings() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return SyslogSettings.class;
            }

            @Override
            public String host() {
                return host;
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public String transport() {
                return transport;
            }

            @Override
            public String tls_trusted() {
                return trusted.isEmpty() ? "" : home.resolve(trusted).toString();
            }

            @Override
            public String tls_keys() {
                return keys ? home.resolve("known.p12").toString() : "";
            }

            @Override
            public String tls_password_file() {
                return keys ? home.resolve("password").toString() : "";
            }

            @Override
            public String site() {
                return "the hospital";
            }

            @Override
            public String source() {
                return "spine";
            }
        };
    }
}
