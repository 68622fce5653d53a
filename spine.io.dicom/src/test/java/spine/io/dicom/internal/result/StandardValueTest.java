package spine.io.dicom.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StandardValueTest {

    @Test
    void datesOfAcrNemaAreConverted() {
        assertEquals("20180709", StandardValue.of("DA", "2018.07.09"));
        assertEquals("20180709", StandardValue.of("DA", "20180709"));
        assertEquals("20180709", StandardValue.of("DA", "2018-7-9"));
        for (String none : new String[] {"", "XXXXXXXX", "2018.13.09", "20180230", "2018.07/09", "09.07.2018", "2018"}) {
            assertEquals("", StandardValue.of("DA", none), none);
        }
    }

    @Test
    void timesOfAcrNemaAreConverted() {
        assertEquals("134049", StandardValue.of("TM", "13:40:49"));
        assertEquals("134049.25", StandardValue.of("TM", "13:40:49.25"));
        assertEquals("134049.123456", StandardValue.of("TM", "134049.1234567"));
        assertEquals("13", StandardValue.of("TM", "13"));
        assertEquals("1340", StandardValue.of("TM", "13:40"));
        for (String none : new String[] {"", "XX:XX", "246060", "1:40", "13:4049"}) {
            assertEquals("", StandardValue.of("TM", none), none);
        }
    }

    @Test
    void agesAndNumbersAreThoseOfTheStandardOrEmpty() {
        assertEquals("044Y", StandardValue.of("AS", "44y"));
        assertEquals("", StandardValue.of("AS", "XXXY"));
        assertEquals("80.5", StandardValue.of("DS", "80.5"));
        assertEquals("", StandardValue.of("DS", "80,5"));
        assertEquals("", StandardValue.of("DS", "1.23456789012345678"));
        assertEquals("F", StandardValue.sex("female"));
        assertEquals("", StandardValue.sex("XXX"));
        assertEquals("+0100", StandardValue.offset("+0100"));
        assertEquals("", StandardValue.offset("GMT"));
    }

    @Test
    void textLosesItsControlCharactersAndADescriptionItsEnd() {
        assertEquals("a b", StandardValue.of("LO", "a\r\nb"));
        assertEquals(64, StandardValue.description("ä".repeat(70)).length());
    }
}
