package spine.app.internal.batch;

import java.nio.file.Path;
import java.util.Optional;

import spine.api.report.ScoringResult;
import spine.app.embedded.StudyOutcome;

/**
 * What became of a study.
 *
 * @param outcome the same in words
 * @param folder of its result
 * @param result empty if there is no new one
 * @param kept what the result of an earlier run says that stands for a new one; empty if there is none, or it cannot say
 */
public record AttemptedStudy(StudyOutcome outcome, Path folder, Optional<ScoringResult> result,
        Optional<KeptReport> kept) {
}
