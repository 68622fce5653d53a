package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class HostPortTest {

    @Test
    void onlyAddressesOfIpv6StandInBrackets() throws Exception {
        assertEquals("archive.example:104", HostPort.of("archive.example", 104));
        assertEquals("[::1]:104", HostPort.of("::1", 104));
        assertEquals("127.0.0.1:104", HostPort.of(InetAddress.getByName("127.0.0.1"), 104));
        assertEquals("[0:0:0:0:0:0:0:1]:104", HostPort.of(new InetSocketAddress(InetAddress.getByName("::1"), 104)));
    }
}
