package spine.app.embedded;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How studies are scored; the words of the options of {@code ./spine score}.
 *
 * @param out path of the folder for the results
 * @param indexes ids, at least one
 * @param formats may be empty
 * @param series SeriesInstanceUIDs to use instead of those that are found; usually empty
 * @param anyContrast whether a sagittal series that is not STIR is used too
 * @param overwrite whether studies that are finished are scored again, and what a person changed is replaced and kept beside
 * @param pseudonymKey path of the file with the secret that pseudonyms are derived from; empty: results carry no pseudonym
 * @param studyDate whether results tell the date of their study
 * @param limit after which a study is given up, above 0; {@link #NO_LIMIT} for never
 */
public record ScoringOptions(String out, List<String> indexes, List<String> formats, List<String> series, boolean anyContrast,
        boolean overwrite, String pseudonymKey, boolean studyDate, Duration limit) implements Serializable {
    /** What is scored where nobody says otherwise, separated by commas. */
    public static final String USUAL_INDEXES = "sparcc";
    /** What is written where nobody says otherwise, separated by commas. */
    public static final String USUAL_FORMATS = "json,html,csv,units,seg";
    /** A limit that no study reaches. */
    public static final Duration NO_LIMIT = ChronoUnit.FOREVER.getDuration();

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
