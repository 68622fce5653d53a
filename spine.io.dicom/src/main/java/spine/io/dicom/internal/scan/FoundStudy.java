package spine.io.dicom.internal.scan;

import java.util.List;
import spine.api.image.Note;

/**
 * The headers of one study.
 *
 * @param location where it was found, for messages
 * @param series in the order they were taken
 * @param otherFiles files of the location that are not images; 0 where several studies share the location
 * @param notes what looked odd while scanning
 */
public record FoundStudy(String uid, String location, List<Series> series, int otherFiles, List<Note> notes) {

    public FoundStudy {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    public boolean hasMr() {
        return series.stream().anyMatch(Series::isMr);
    }
}
