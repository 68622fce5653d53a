package spine.common.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomUidTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.2.840.10008.1.2", "1.02.3", "0.0"})
    void whatScannersWriteIsValid(String text) {
        assertTrue(DicomUid.isValid(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "1..2", ".1", "1.", "1.2 ", "1.2\n", "1.2\0", "1.2\\1.3", "1.2*", "1/2", "1.2a",
        "\u0661.\u0662"})
    void nothingElseIs(String text) {
        assertFalse(DicomUid.isValid(text));
    }

    @Test
    void itHasSixtyFourCharactersAtMost() {
        assertTrue(DicomUid.isValid("1.".repeat(31) + "10"));
        assertFalse(DicomUid.isValid("1.".repeat(32) + "1"));
    }
}
