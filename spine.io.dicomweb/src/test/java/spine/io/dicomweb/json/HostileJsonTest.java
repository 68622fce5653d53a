package spine.io.dicomweb.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spine.api.UnusableInputException;
import spine.dicom.DicomObject;

/** Answers of a server that is broken, or means ill. */
class HostileJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"text\"", "[7]", "[[]]", "[{\"00100010\":7}]", "[{\"xyz\":{\"vr\":\"LO\"}}]",
            "[{\"0010001G\":{\"vr\":\"LO\"}}]",
            "[{\"00100010\":{}}]", "[{\"00100010\":{\"vr\":\"lo\"}}]", "[{\"00100010\":{\"vr\":7}}]", "[{\"00100010\":{\"vr\":null}}]",
            "[{\"00100010\":{\"vr\":\"LO\",\"Value\":7}}]", "[{\"00100010\":{\"vr\":\"LO\",\"Value\":[[1]]}}]",
            "[{\"00280010\":{\"vr\":\"US\",\"Value\":[\"x\"]}}]", "[{\"00280010\":{\"vr\":\"US\",\"Value\":[1e999]}}]",
            "[{\"00091010\":{\"vr\":\"OB\",\"InlineBinary\":\"!!!\"}}]", "[{\"00091010\":{\"vr\":\"OB\",\"InlineBinary\":[]}}]",
            "[{\"00081140\":{\"vr\":\"SQ\",\"Value\":[{\"a\":1}]}}]", "[{\"00100010\":{\"vr\":\"LO\"", "[{", "[", "[{}",
            "<html>no</html>", "[{\"00100010\":{\"vr\":\"LO\",\"Value\":[true]}}]"})
    void whatIsNotInTheModelIsOneSentence(String text) {
        UnusableInputException failure = assertThrows(UnusableInputException.class, () -> read(text));
        assertTrue(failure.getMessage().matches("The answer is not in the DICOM JSON model(, or too large)?"), failure.getMessage());
    }

    @Test
    void nestingIsBounded() {
        String deep = "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[".repeat(100_000);
        assertThrows(UnusableInputException.class, () -> read(deep));
        String closed = "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[".repeat(33) + "{}" + "]}}".repeat(33);
        UnusableInputException failure = assertThrows(UnusableInputException.class, () -> read(closed));
        assertTrue(failure.getMessage().contains("nested deeper than 32"), failure.getMessage());
    }

    @Test
    void elementsAreCounted() {
        UnusableInputException failure = assertThrows(UnusableInputException.class, () -> read("[" + "{},".repeat(600_001)));
        assertEquals("The answer has more than 600000 elements", failure.getMessage());
    }

    @Test
    void bytesAreBounded() {
        InputStream endless = new InputStream() {
            private boolean begun;

            @Override
            public int read() {
                int c = begun ? ' ' : '[';
                begun = true;
                return c;
            }
        };
        assertThrows(UnusableInputException.class, () -> new DicomJsonReader("The answer").read(endless));
    }

    @Test
    void unknownMembersAndNullItemsAreNoFault() throws Exception {
        List<DicomObject> read = read("[{\"00100020\":{\"extra\":{\"a\":[1,{}]},\"Value\":[\"4711\",null],\"vr\":\"LO\"}},null]");
        assertEquals(List.of("4711", ""), read.get(0).texts(0x00100020));
        assertEquals(2, read.size());
    }

    private static List<DicomObject> read(String text) throws Exception {
        return new DicomJsonReader("The answer").read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
