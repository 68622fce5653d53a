package spine.io.dimse.internal.message;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.toolkit.ProtocolException;

class CommandSetTest {
    /** C-ECHO-RQ as PS3.7 table 9.3-12 has it, in implicit little endian. */
    private static final byte[] ECHO = HexFormat.of().parseHex("00000000" + "04000000" + "38000000"
            + "00000200" + "12000000" + "312e322e3834302e31303030382e312e3100"
            + "00000001" + "02000000" + "3000"
            + "00001001" + "02000000" + "0700"
            + "00000008" + "02000000" + "0101");

    @Test
    void aRequestIsEncodedByTheBook() {
        assertArrayEquals(ECHO, CommandSet.request(CommandField.C_ECHO_RQ, 7, "1.2.840.10008.1.1", "", false).encode());
    }

    @Test
    void aResponseNamesWhatItAnswers() throws Exception {
        CommandSet request = CommandSet.decode(CommandSet.request(CommandField.C_STORE_RQ, 65_535, "1.2", "1.2.3", true).encode());
        assertTrue(request.hasDataSet());
        CommandSet response = CommandSet.decode(request.response(DimseStatus.OUT_OF_RESOURCES.because("no room")).encode());
        assertEquals(0x8001, response.field());
        assertEquals(65_535, response.answeredId());
        assertEquals("1.2", response.sopClass());
        assertEquals("1.2.3", response.sopInstance());
        assertFalse(response.hasDataSet());
        assertEquals(DimseStatus.OUT_OF_RESOURCES.because("no room"), response.status());
        assertEquals("0xA700 out of resources (no room)", response.status().toString());
    }

    /** The length of the group may be wrong, an element unknown. */
    @Test
    void whatDoesNotMatterIsNotMinded() throws Exception {
        byte[] odd = HexFormat.of().parseHex("00000000" + "04000000" + "ffffffff" + "00000001" + "02000000" + "3000"
                + "0000fefe" + "00000000");
        assertEquals(CommandField.C_ECHO_RQ, CommandSet.decode(odd).field());
    }

    @Test
    void everyCutIsNoticed() {
        for (int length = 0; length < ECHO.length; length++) {
            byte[] cut = Arrays.copyOf(ECHO, length);
            boolean whole = length == 12 + 26 + 10 || length == 12 + 26 + 20;
            if (!whole) {
                assertThrows(ProtocolException.class, () -> CommandSet.decode(cut));
            }
        }
    }
}
