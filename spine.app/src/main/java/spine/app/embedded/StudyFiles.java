package spine.app.embedded;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/**
 * A study and where it lies.
 *
 * @param study StudyInstanceUID
 * @param files absolute paths, at least one
 */
public record StudyFiles(String study, List<String> files) implements Serializable {

    public StudyFiles {
        files = List.copyOf(files);
    }

    /** The same as paths. */
    public List<Path> paths() {
        return files.stream().map(Path::of).toList();
    }
}
