package spine.io.dicomweb.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicomweb.DicomWebException;

class StudyPagesTest {
    private static final int MOST = 5000;

    @Test
    void allPagesAreAskedForWhateverAServerGivesAtATime() throws Exception {
        for (int atATime : List.of(1, 7, 1000, MOST)) {
            List<DicomObject> studies = studies(2003);
            assertEquals(uids(2003), new StudyPages("pacs", MOST).all(offset -> studies.subList(Math.min(offset, studies.size()),
                    Math.min(offset + atATime, studies.size()))), atATime + " at a time");
        }
        assertEquals(List.of(), new StudyPages("pacs", MOST).all(offset -> List.of()));
    }

    /** One that knows no pages gives the same again. */
    @Test
    void aServerThatGivesAllEachTimeIsNotAskedForEver() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        assertEquals(uids(12), new StudyPages("pacs", MOST).all(offset -> {
            asked.incrementAndGet();
            return studies(12);
        }));
        assertEquals(2, asked.get());
    }

    @Test
    void aServerThatNeverEndsIsGivenUp() {
        AtomicInteger number = new AtomicInteger();
        DicomWebException refused = assertThrows(DicomWebException.class, () -> new StudyPages("pacs", MOST).all(offset ->
                List.of(study(number.incrementAndGet()))));
        assertEquals("The server pacs has more than 5000 studies that match.", refused.getMessage());
        assertFalse(refused.isWorthTrying());
        assertEquals(MOST + 1, number.get());
    }

    private static List<DicomObject> studies(int count) {
        return IntStream.range(0, count).mapToObj(StudyPagesTest::study).toList();
    }

    private static DicomObject study(int number) {
        return new DicomObject().text(Tag.StudyInstanceUID, "UI", "1.2." + number);
    }

    private static List<String> uids(int count) {
        return IntStream.range(0, count).mapToObj(number -> "1.2." + number).toList();
    }
}
