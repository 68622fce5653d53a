package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPortTest {

    @Test
    void namesAndAddressesAreHosts() {
        for (String host : List.of("a", "archive.example", "127.0.0.1", "fe80::1", "a-1")) {
            assertTrue(HostPort.isHost(host), host);
        }
        for (String text : List.of("", "*.example", "-a", "a-", "a b", "a/b", "a,dns:b", "a\n", "a".repeat(255))) {
            assertFalse(HostPort.isHost(text), text);
        }
    }

    @Test
    void onlyAddressesOfIpv6StandInBrackets() throws Exception {
        assertEquals("archive.example:104", HostPort.of("archive.example", 104));
        assertEquals("[::1]:104", HostPort.of("::1", 104));
        assertEquals("127.0.0.1:104", HostPort.of(InetAddress.getByName("127.0.0.1"), 104));
        assertEquals("[0:0:0:0:0:0:0:1]:104", HostPort.of(new InetSocketAddress(InetAddress.getByName("::1"), 104)));
    }
}
