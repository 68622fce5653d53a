package spine.app.embedded;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How studies are scored; the words of the options of {@code ./spine score}.
 *
 * @param out path of the folder for the results
 * @param indexes ids, at least one
 * @param formats may be empty
 * @param series SeriesInstanceUIDs to use instead of those that are found; usually empty
 * @param anyContrast whether a sagittal series that is not STIR is used too
 * @param limit after which a study is given up, above 0
 */
public record ScoringOptions(String out, List<String> indexes, List<String> formats, List<String> series, boolean anyContrast,
        Duration limit) implements Serializable {

    public ScoringOptions {
        indexes = List.copyOf(indexes);
        formats = List.copyOf(formats);
        series = List.copyOf(series);
    }

    /** The folder for the results. */
    public Path folder() {
        return Path.of(out);
    }
}
