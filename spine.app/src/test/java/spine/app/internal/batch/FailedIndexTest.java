package spine.app.internal.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.Study;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.report.Timing;
import spine.api.score.Score;
import spine.api.score.ScoringInput;
import spine.api.score.UnitScore;
import spine.app.command.ExitCode;
import spine.tck.SampleSpine;

class FailedIndexTest {
    private static final ScoringInput SPINE = SampleSpine.whole().input();

    @Test
    void aStudyWithoutTheScoreOfAnIndexHasAResultAndTheExitCodeOfAFailure() throws Exception {
        Score score = new Score("sparcc", "1.0.0", Map.of("total23", 0.0), List.of(),
                SPINE.anatomy().units().stream().map(UnitScore::zero).toList(), List.of());
        ScoringResult result = new ScoringResult(SPINE.study(), List.of(), SPINE.anatomy(), SPINE.lesions(), List.of(), List.of(), List.of(score),
                List.of(), List.of(), Timing.NONE, List.of(), List.of("The scoring index berlin 1.0.0 failed."));
        AttemptedStudy attempted = new StudyAttempt((source, request, progress, cancellation) -> result, List.of("sparcc", "berlin"), List.of(),
                Path.of("out"), "the log").score(source(), Progress.SILENT, new Cancellation());
        assertEquals(ExitCode.FAILED, attempted.exitCode());
        assertEquals(Optional.of(result), attempted.result());
    }

    private static StudySource source() {
        return new StudySource() {
            @Override
            public String studyInstanceUid() {
                return SPINE.study().studyInstanceUid();
            }

            @Override
            public Study load() {
                return SPINE.study();
            }
        };
    }
}
