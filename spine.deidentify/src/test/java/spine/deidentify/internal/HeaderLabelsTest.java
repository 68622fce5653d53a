package spine.deidentify.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.UnusableInputException;
import spine.api.image.StudyLabel;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

class HeaderLabelsTest {
    private final HeaderLabels labels = new HeaderLabels();

    @TempDir
    private Path folder;
    private Path key;
    private Path image;

    @BeforeEach
    void write() throws Exception {
        key = folder.resolve("key");
        image = DeidentifiedStudy.write(folder.resolve("in/a.dcm"), DeidentifiedStudy.image("4711", "1.2.3", "1.2.3.4", "1.2.3.4.5", 1));
    }

    @Test
    void thePseudonymIsThatOfTheDeidentifiedCopyAndOfTheCopyItself() throws Exception {
        String pseudonym = labels.label(image, Optional.of(key), false).pseudonym().orElseThrow();
        DeidentifiedStudy.run(folder.resolve("in"), folder.resolve("out"), key, false, false);
        assertEquals(DeidentifiedStudy.images(folder.resolve("out")).get(0).text(Tag.PatientID), pseudonym);
        Path copy = DeidentifiedStudy.files(folder.resolve("out")).stream().filter(file -> file.toString().endsWith(".dcm")).findFirst()
                .orElseThrow();
        assertEquals(new StudyLabel(Optional.of(pseudonym), Optional.of("")), labels.label(copy, Optional.of(key), true),
                "its date is removed");
        Path other = folder.resolve("other key");
        assertNotEquals(pseudonym, labels.label(image, Optional.of(other), false).pseudonym().orElseThrow());
    }

    /** PatientID of an image that does not say that it is de-identified is never told, whatever it looks like. */
    @Test
    void anIdentifierThatLooksLikeAPseudonymIsStillHidden() throws Exception {
        String id = "P0123456789ABCDE";
        Path file = DeidentifiedStudy.write(folder.resolve("b.dcm"), DeidentifiedStudy.image(id, "1.2.3", "1.2.3.4", "1.2.3.4.6", 1));
        String pseudonym = labels.label(file, Optional.of(key), false).pseudonym().orElseThrow();
        assertTrue(pseudonym.matches("P[0-9A-F]{15}"));
        assertNotEquals(id, pseudonym);
    }

    @Test
    void onlyWhatIsAskedForIsTold() throws Exception {
        assertEquals(new StudyLabel(Optional.empty(), Optional.of("2024-02-29")), labels.label(image, Optional.empty(), true));
        assertFalse(Files.exists(key), "a date needs no key");
        assertEquals(StudyLabel.NONE, labels.label(image, Optional.empty(), false));
    }

    @Test
    void datesOfOldArchivesAreReadAndFillersAreNone() throws Exception {
        assertEquals("2018-07-09", date("2018.07.09"));
        assertEquals("", date("XXXXXXXX"));
        assertEquals("", date("20180230"));
        assertEquals("", date(""));
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws Exception {
        Files.writeString(key, "short");
        assertEquals("The key " + key + " is not a file of 16 to 65536 bytes.",
                assertThrows(UnusableInputException.class, () -> labels.label(image, Optional.of(key), false)).getMessage());
    }

    private String date(String value) throws Exception {
        DicomObject dated = DeidentifiedStudy.image("4711", "1.2.3", "1.2.3.4", "1.2.3.4.7", 1).text(Tag.StudyDate, "DA", value);
        return labels.label(DeidentifiedStudy.write(folder.resolve("dated.dcm"), dated), Optional.empty(), true).date().orElseThrow();
    }
}
