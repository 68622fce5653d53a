package spine.dicom.pixel;

import java.util.List;
import java.util.Objects;
import spine.api.image.Note;

/**
 * Grey values of a frame.
 *
 * @param values row by row
 * @param notes what was left out or in doubt, without the name of the file: most frames of a series have the same
 */
public record GreyFrame(float[] values, List<Note> notes) {

    public GreyFrame {
        Objects.requireNonNull(values, "values");
        notes = List.copyOf(notes);
    }
}
