package spine.web.internal.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import spine.common.keystore.KeyTool;

/** Under which address other platforms come. */
class OpenDoorTest {
    @TempDir
    private Path folder;

    @Test
    void theCertificateSaysUnderWhichName() throws IOException {
        Path store = folder.resolve("web.p12");
        KeyTool.createKey(store, "web", "CN=x", List.of("dns:localhost", "ip:127.0.0.1", "dns:pacs.example", "ip:192.0.2.1"), 1, "secret");
        OpenDoor open = OpenDoor.of(jetty(store, "https://0.0.0.0:8104/", false), "token");
        assertEquals("https://pacs.example:8104/", open.address().toString());
        assertTrue(open.certificate().isPresent());
        assertFalse(open.toString().contains("token"));
        assertEquals("https://127.0.0.1:8104/", OpenDoor.of(jetty(store, "https://127.0.0.1:8104/", true), "").address().toString());
        Files.writeString(store, "garbage");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> OpenDoor.of(jetty(store, "https://x:1/", false), "")).getMessage()
                .endsWith(store + " cannot be read with its password."));
    }

    @Test
    void withoutTlsItIsForThisMachine() {
        OpenDoor open = OpenDoor.of(new JettyProperties(Map.of(), "", "http://127.0.0.1:8104/", true), "token");
        assertEquals("http://127.0.0.1:8104/", open.address().toString());
        assertTrue(open.certificate().isEmpty());
    }

    private static JettyProperties jetty(Path store, String address, boolean local) {
        return new JettyProperties(Map.of(JettyProperties.STORE, store.toString()), "secret", address, local);
    }
}
