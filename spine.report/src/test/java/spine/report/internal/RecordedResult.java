package spine.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import spine.api.image.StudyLabel;
import spine.api.report.ScoringResult;
import spine.api.report.UsedSettings;

/** The drawn spine with all that a report carries on demand or of a platform. */
public final class RecordedResult {
    public static final String DIGEST = "0f".repeat(32);
    public static final String PSEUDONYM = "P0123456789ABCDE";

    private RecordedResult() {
    }

    /** @param date of the study; empty if the images do not tell it */
    public static ScoringResult of(String date) {
        ScoringResult drawn = DrawnResult.wholeSpine();
        return new ScoringResult(drawn.study().labelled(new StudyLabel(Optional.of(PSEUDONYM), Optional.of(date))), drawn.models(),
                drawn.anatomy(), drawn.lesions(), drawn.images(), drawn.findings(), drawn.scores(), drawn.intervals(), drawn.warnings(),
                drawn.timing(), List.of("", ""), new UsedSettings(Map.of("spine.unet.engine", "on<n>x"), DIGEST), List.of(),
                Optional.empty());
    }
}
