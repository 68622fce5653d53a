package spine.spark.internal.cohort;

import java.io.IOException;
import java.io.Serializable;

import spine.app.embedded.CohortScoring;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.app.embedded.StudyOutcome;

/** How an executor scores a study. */
@FunctionalInterface
public interface StudyScoring extends Serializable {

    /** As {@link CohortScoring#score(StudyFiles, ScoringOptions)}. */
    StudyOutcome score(CohortScoring platform, StudyFiles study, ScoringOptions options) throws RefusedException, IOException;
}
