package spine.app.embedded;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A study and where it lies.
 *
 * @param study StudyInstanceUID
 * @param location the deepest folder that holds all files, or the only file; of a study of a server its address there; empty if there is
 *     none
 * @param files absolute paths, at least one; none of a study of a server
 */
public record StudyFiles(String study, String location, List<String> files) implements Serializable {

    public StudyFiles {
        files = List.copyOf(files);
    }

    /** The same as paths. */
    public List<Path> paths() {
        return files.stream().map(Path::of).toList();
    }

    /** The outcome of a study that has no new result. */
    public StudyOutcome without(StudyOutcome.Status status, String reason) {
        return new StudyOutcome(study, location, status, reason, List.of(), "", 0);
    }
}
