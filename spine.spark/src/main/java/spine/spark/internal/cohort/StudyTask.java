package spine.spark.internal.cohort;

import java.io.IOException;
import java.net.InetAddress;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.app.embedded.StudyOutcome;
import spine.common.file.FileFailure;
import spine.spark.internal.platform.PlatformSettings;
import spine.spark.internal.platform.ProcessPlatform;

/**
 * Scores one study in an executor. What is wrong with the study is its outcome; what is wrong with the executor fails the task, which Spark
 * then tries elsewhere, and becomes the outcome in the end. A study whose tries all ended without an outcome, because it takes its executor
 * down, is not tried a last time: the run would end with it.
 */
final class StudyTask implements Function<StudyFiles, StudyOutcome> {
    private final ScoringOptions options;
    private final PlatformSettings platform;
    private final SharedFolder out;
    private final StudyScoring scoring;
    private final int tries;

    /** @param tries how often a study is tried, above 0 */
    StudyTask(ScoringOptions options, PlatformSettings platform, SharedFolder out, StudyScoring scoring, int tries) {
        this.options = options;
        this.platform = platform;
        this.out = out;
        this.scoring = scoring;
        this.tries = tries;
    }

    @Override
    public StudyOutcome call(StudyFiles study) throws Exception {
        int before = TaskContext.get().attemptNumber();
        if (before >= tries) {
            return givenUp(study, "each of which ended with its executor or failed there; the logs of the executors have the details.");
        }
        try {
            out.check();
            return ProcessPlatform.with(platform, cohort -> scoring.score(cohort, study, options));
        } catch (RefusedException e) {
            return again(study, before, e, e.getMessage());
        } catch (IOException e) {
            return again(study, before, e, FileFailure.sentence(e));
        }
    }

    /** By Spark, unless this was the last try. */
    private <E extends Exception> StudyOutcome again(StudyFiles study, int before, E failure, String sentence) throws E, IOException {
        if (before + 1 < tries) {
            throw failure;
        }
        return givenUp(study, "the last of them on " + InetAddress.getLocalHost().getHostName() + ": " + sentence);
    }

    private StudyOutcome givenUp(StudyFiles study, String why) {
        return study.without(StudyOutcome.Status.FAILED, "Study " + study.study() + " was given up after "
                + (tries == 1 ? "1 try, " : tries + " tries, ") + why);
    }
}
