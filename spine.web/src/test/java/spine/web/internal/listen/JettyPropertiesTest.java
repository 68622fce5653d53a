package spine.web.internal.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.common.install.InstallPaths;
import spine.web.internal.WebSettings;

class JettyPropertiesTest {
    @TempDir
    private Path home;

    @Test
    void withoutSettingsThisMachineAloneIsListenedTo() {
        JettyProperties jetty = of("127.0.0.1", false);
        assertEquals("127.0.0.1", jetty.configuration().get("org.apache.felix.http.host"));
        assertEquals(false, jetty.configuration().get("org.apache.felix.https.enable"));
        assertEquals("http://127.0.0.1:8104/", jetty.address());
        assertEquals("http://[::1]:8104/", of("::1", false).address());
    }

    @Test
    void othersAreListenedToOverTlsOnly() throws Exception {
        for (String address : new String[] {"0.0.0.0", "::", "192.0.2.1"}) {
            assertTrue(refusal(address, false).contains("set tls = true"), address);
        }
        assertTrue(refusal("0.0.0.0", true).contains("there is no key store " + home.resolve("conf").resolve("web.p12")));
        Path conf = Files.createDirectories(home.resolve("conf"));
        Files.writeString(conf.resolve("web.p12"), "");
        Files.writeString(conf.resolve("web.password"), "secret\n");
        Files.setPosixFilePermissions(conf.resolve("web.password"), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(refusal("0.0.0.0", true).contains("mode 600"));
        Files.setPosixFilePermissions(conf.resolve("web.password"), PosixFilePermissions.fromString("rw-------"));
        JettyProperties jetty = of("0.0.0.0", true);
        assertEquals("secret", jetty.password());
        assertEquals(false, jetty.configuration().get("org.apache.felix.http.enable"));
        assertFalse(jetty.configuration().containsValue("secret"), "Configuration Admin writes it to a file");
    }

    @Test
    void whatIsNoAddressIsNamed() {
        for (String address : new String[] {"", " ", "not an address", "300.1.1.1"}) {
            assertTrue(refusal(address, false).endsWith("is no address."), address);
        }
    }

    private String refusal(String address, boolean tls) {
        return assertThrows(IllegalArgumentException.class, () -> of(address, tls)).getMessage();
    }

    private JettyProperties of(String address, boolean tls) {
        WebSettings settings = (WebSettings) Proxy.newProxyInstance(WebSettings.class.getClassLoader(),
                new Class<?>[] {WebSettings.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "address" -> address;
                    case "tls" -> tls;
                    default -> method.getDefaultValue();
                });
        return JettyProperties.of(settings, new InstallPaths(home));
    }
}
