package spine.app.internal.batch;

import java.nio.file.Path;
import java.util.Optional;

import spine.api.report.ScoringResult;

/**
 * What became of a study.
 *
 * @param folder of its result
 * @param result empty if there is none
 * @param reason one sentence on why there is no result, else empty
 * @param exitCode what this study alone would make of the process
 */
public record AttemptedStudy(Path folder, Optional<ScoringResult> result, String reason, int exitCode) {
}
