package spine.io.dicom.internal.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import spine.api.image.Note;

/**
 * The headers of one study.
 *
 * @param uid valid
 * @param named whether its files give that UID
 * @param location where it was found, for messages
 * @param files those of its images and what {@code damaged} is about, be it a folder or a link, in the order in which they were found
 * @param series in the order they were taken; none where files that cannot be read are of no known study
 * @param otherFiles files of the location that are not images; 0 where several studies share the location
 * @param damaged a warning for each file beside the images that cannot be read, and for what cannot be looked into
 * @param notes what else looked odd while scanning
 * @param obstacle the sentence, without its full stop, that says why the study must not be read; empty if it may
 */
public record FoundStudy(String uid, boolean named, String location, List<Path> files, List<Series> series, int otherFiles,
        List<Note> damaged, List<Note> notes, Optional<String> obstacle) {

    public FoundStudy {
        files = List.copyOf(files);
        series = List.copyOf(series);
        damaged = List.copyOf(damaged);
        notes = List.copyOf(notes);
    }

    /** Whether it is made of files that cannot be read alone. */
    public boolean isStray() {
        return series.isEmpty();
    }

    public boolean hasMr() {
        return series.stream().anyMatch(Series::isMr);
    }
}
