package spine.dicom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DicomObjectTest {
    private final DicomObject object = new DicomObject();

    @Test
    void textIsPaddedToEvenLengthAndTrimmedOnReading() {
        object.text(Tag.PatientID, "LO", "abc").text(Tag.StudyInstanceUID, "UI", "1.2.3");
        assertEquals(4, object.element(Tag.PatientID).orElseThrow().bytes().length);
        assertEquals("abc", object.text(Tag.PatientID));
        assertEquals("1.2.3", object.text(Tag.StudyInstanceUID));
    }

    @Test
    void decimalStringsFitSixteenCharacters() {
        object.decimals(Tag.PixelSpacing, 1.0 / 3, -1.0 / 3e9);
        for (String word : object.texts(Tag.PixelSpacing)) {
            assertTrue(word.length() <= 16, word);
        }
        assertArrayEquals(new double[] {1.0 / 3, -1.0 / 3e9}, object.numbers(Tag.PixelSpacing), 1e-9);
    }

    @Test
    void numbersReadWhateverTheRepresentation() {
        object.unsignedShorts(Tag.Rows, 65535).integers(Tag.InstanceNumber, -7).unsignedLongs(0x00080001, 4294967295L);
        assertEquals(65535, object.number(Tag.Rows));
        assertEquals(-7, object.integer(Tag.InstanceNumber, 0));
        assertEquals(4294967295.0, object.number(0x00080001));
        assertTrue(Double.isNaN(object.number(Tag.EchoTime)));
        assertTrue(Double.isNaN(object.text(Tag.EchoTime, "DS", "long").number(Tag.EchoTime)));
    }

    @Test
    void elementsComeInAscendingUnsignedOrder() {
        object.text(0xFFFC0010, "LO", "last").text(Tag.Modality, "CS", "MR");
        assertEquals(List.of(Tag.Modality, 0xFFFC0010), object.elements().stream().map(DicomElement::tag).toList());
    }
}
