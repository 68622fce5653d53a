package spine.api.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteTest {

    @Test
    void theWarningsOfAStudyAreThoseOfItsNotesInTheirOrder() {
        Study study = new Study("1", List.of(stack()), List.of(Note.warning("One slice is missing."),
                Note.info("Two series were left out."),
                Note.warning("The slices are unevenly spaced.")));
        assertEquals(List.of("One slice is missing.", "The slices are unevenly spaced."), study.warnings());
    }

    @Test
    void aNoteSaysSomething() {
        assertThrows(IllegalArgumentException.class, () -> Note.info(" "));
        assertThrows(NullPointerException.class, () -> Note.warning(null));
        assertThrows(NullPointerException.class, () -> new Note(null, "One slice is missing."));
    }

    private static SliceStack stack() {
        SlicePlane plane = new SlicePlane(new Vec3(0, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, -1), 1, 1);
        Acquisition unknown = new Acquisition(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "");
        return new SliceStack("2", "3", "", unknown, List.of(new Slice("4", "5", plane, 1, 1, new float[1], Optional.empty())));
    }
}
