package spine.io.dicom.internal.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;

/** Reads studies of tests and compares what scores depend on. */
final class ReadStudy {

    private ReadStudy() {
    }

    /** The only study there. */
    static Study in(Path folder) throws UnusableInputException {
        List<StudySource> found = all(folder);
        assertEquals(1, found.size());
        return found.get(0).load();
    }

    static DicomStudyReader reader() {
        NativeDicomCodec codec = new NativeDicomCodec();
        return new DicomStudyReader(codec, new DecodedImages(codec));
    }

    static List<StudySource> all(Path folder) throws UnusableInputException {
        return reader().find(List.of(folder), SeriesChoice.AUTOMATIC);
    }

    /** The sentence with which the only study, or all of the folder, is refused. */
    static String refusal(Path folder, SeriesChoice choice) {
        return assertThrows(UnusableInputException.class, () -> reader().find(List.of(folder), choice).get(0).load()).getMessage();
    }

    static String refusal(Path folder) {
        return refusal(folder, SeriesChoice.AUTOMATIC);
    }

    /** Same stacks, planes, pixels and physics, so the same scores; identities may differ. */
    static void assertSameImages(Study expected, Study actual) {
        assertEquals(expected.stacks().size(), actual.stacks().size(), actual.notes().toString());
        for (int i = 0; i < expected.stacks().size(); i++) {
            List<Slice> slices = expected.stacks().get(i).slices();
            List<Slice> others = actual.stacks().get(i).slices();
            assertEquals(slices.size(), others.size(), actual.notes().toString());
            assertEquals(expected.stacks().get(i).acquisition(), actual.stacks().get(i).acquisition());
            for (int j = 0; j < slices.size(); j++) {
                assertEquals(slices.get(j).plane(), others.get(j).plane());
                assertArrayEquals(slices.get(j).pixels(), others.get(j).pixels());
            }
        }
    }

    static List<String> identities(Study study) {
        return study.stacks().stream().flatMap(stack -> stack.slices().stream()).map(Slice::sopInstanceUid).toList();
    }

    static String notes(Study study) {
        return String.join("\n", study.notes().stream().map(Object::toString).toList());
    }
}
