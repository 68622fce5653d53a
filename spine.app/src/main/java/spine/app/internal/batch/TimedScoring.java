package spine.app.internal.batch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.StudySource;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.ExitCode;
import spine.app.embedded.RefusedException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyFiles;
import spine.app.embedded.StudyOutcome;
import spine.io.dicomweb.DicomWebException;
import spine.pipeline.ProviderFailedException;
import spine.runtime.ShadowRuns;

/** Scores studies, each within the time that its options give it, and says what became of it. Safe for use by many threads. */
final class TimedScoring implements Closeable {
    private final SpineScoring scoring;
    private final ShadowRuns shadow;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "study-limit");
        thread.setDaemon(true);
        return thread;
    });

    TimedScoring(SpineScoring scoring, ShadowRuns shadow) {
        this.scoring = scoring;
        this.shadow = shadow;
    }

    /** Finds a study, perhaps after it has been fetched. */
    @FunctionalInterface
    interface Search {
        StudySource find(Cancellation cancellation) throws UnusableInputException, RefusedException, IOException;
    }

    /**
     * @param search counts for the time
     * @throws RefusedException if the fault may not be the study's
     */
    StudyOutcome score(StudyFiles study, ScoringOptions options, Search search) throws RefusedException, IOException {
        Cancellation cancellation = new Cancellation();
        ScheduledFuture<?> alarm = clock.schedule(cancellation::cancel, options.limit().toMillis(), TimeUnit.MILLISECONDS);
        try {
            AttemptedStudy attempted = new StudyAttempt(scoring, options, "the log of this executor")
                    .score(search.find(cancellation), (step, done) -> { }, cancellation);
            shadow.awaitIdle();
            return attempted.outcome();
        } catch (UnusableInputException e) {
            return study.without(StudyOutcome.Status.REFUSED, e.getMessage());
        } catch (ProviderFailedException e) {
            return study.without(StudyOutcome.Status.FAILED, e.getMessage());
        } catch (UnavailableException e) {
            throw new RefusedException(e.getMessage(), ExitCode.UNAVAILABLE);
        } catch (DicomWebException e) {
            if (e.isWorthTrying()) {
                throw new RefusedException(e.getMessage(), ExitCode.FAILED);
            }
            return study.without(StudyOutcome.Status.REFUSED, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (CancellationException e) {
            if (cancellation.cancelled()) {
                return study.without(StudyOutcome.Status.FAILED, "Study " + study.study() + " was given up, because it took longer than "
                        + words(options.limit()) + ".");
            }
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static String words(Duration time) {
        return time.toSeconds() + " s";
    }
}
