package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.cohort.CohortSummary;
import spine.api.image.StudySource;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyOutcome;
import spine.app.embedded.StudyOutcome.Status;
import spine.app.internal.batch.AttemptedStudy;
import spine.app.internal.batch.BatchPage;
import spine.app.internal.batch.BatchTables;
import spine.app.internal.batch.EarlierResults;
import spine.app.internal.batch.StudyAttempt;
import spine.common.file.FileFailure;

/** Scores studies one after another; one that cannot be scored costs itself only. The tables grow with every study. */
final class StudyBatch {
    private static final Logger LOG = LoggerFactory.getLogger(StudyBatch.class);

    private final StudyAttempt attempt;
    private final BatchTables tables;
    private final BatchPage page;
    private final Cancellation cancellation;
    private final Console console;
    private final Pause pause;
    private final EarlierResults earlier;
    private final Map<Status, Integer> count = new EnumMap<>(Status.class);
    private final List<StudyOutcome> outcomes = new ArrayList<>();
    /** Not yet in the tables. */
    private final List<StudyOutcome> pending = new ArrayList<>();
    private int exitCode = ExitCode.DONE;

    /** Something to wait for between two studies. */
    interface Pause {
        void await() throws InterruptedException;
    }

    StudyBatch(SpineScoring scoring, ScoringOptions options, BatchTables tables, BatchPage page, Cancellation cancellation, Path logFile,
            Console console, Pause pause, EarlierResults earlier) {
        this.attempt = new StudyAttempt(scoring, options, "the log " + logFile);
        this.tables = tables;
        this.page = page;
        this.cancellation = cancellation;
        this.console = console;
        this.pause = pause;
        this.earlier = earlier;
    }

    /**
     * @return the exit code of the command
     * @throws UnavailableException if a provider is missing; the studies that are left are not tried
     * @throws IOException if a table cannot be written even in the end
     */
    int score(List<StudySource> sources) throws UnavailableException, IOException {
        ResultLines lines = new ResultLines(console);
        try {
            for (StudySource source : sources) {
                forgetInterrupts();
                console.subject(sources.size() == 1 ? "" : "study " + (sources.indexOf(source) + 1) + " of " + sources.size() + ": ");
                AttemptedStudy attempted = attempt.score(source, console, cancellation);
                count.merge(attempted.outcome().status(), 1, Integer::sum);
                lines.add(attempted);
                note(attempted.outcome());
                lines.add(earlier.compare(attempted, source), source.studyInstanceUid());
                exitCode = StudyOutcome.exitCode(exitCode, attempted.outcome().status().exitCode());
                rest();
            }
            tables.add(pending);
            pending.clear();
        } finally {
            lines.end();
            earlier.end();
            console.subject("");
            Optional<CohortSummary> written = finish();
            if (sources.size() > 1) {
                written.ifPresent(shown -> console.note("all studies: " + shown.page()));
                console.note(summary(sources.size()));
            }
        }
        return exitCode;
    }

    /** Also of a batch that was interrupted: what all studies say together. */
    private Optional<CohortSummary> finish() {
        try {
            tables.addToLong(outcomes);
            return page.write();
        } catch (IOException e) {
            LOG.warn("the long tables, or the page of all studies, could not be written", e);
            console.complain("The tables and the page of all studies could not be written: " + FileFailure.reason(e) + ".");
            exitCode = ExitCode.FAILED;
            return Optional.empty();
        }
    }

    /** Tables that cannot be written now, as on a full disk, may be writable after the next study. */
    private void note(StudyOutcome outcome) {
        outcomes.add(outcome);
        pending.add(outcome);
        try {
            tables.add(pending);
            pending.clear();
        } catch (IOException e) {
            LOG.warn("the tables lack {} studies", pending.size(), e);
            if (pending.size() == 1) {
                console.complain("The tables could not be written: " + FileFailure.reason(e)
                        + ". They are tried again after the next study.");
            }
        }
    }

    private String summary(int all) {
        int tried = count.values().stream().mapToInt(Integer::intValue).sum();
        return all + " studies: " + (of(Status.SCORED) + of(Status.NO_SPINE)) + " done" + some(Status.NO_SPINE, " (", " without a spine)")
                + ", " + of(Status.KEPT) + " kept, " + of(Status.REFUSED) + " refused, " + of(Status.FAILED) + " failed"
                + some(Status.INCOMPLETE, ", ", " incomplete") + some(Status.CHANGED_BY_HAND, ", ", " changed by hand")
                + (tried < all ? ", " + (all - tried) + " not tried" : "");
    }

    private String some(Status status, String before, String after) {
        return of(status) == 0 ? "" : before + of(status) + after;
    }

    private int of(Status status) {
        return count.getOrDefault(status, 0);
    }

    /** One that came with no cancellation, as from foreign code, would make every file fail that is written after it. */
    private void forgetInterrupts() {
        if (!cancellation.cancelled()) {
            Thread.interrupted();
        }
    }

    private void rest() {
        boolean waiting = true;
        while (waiting) {
            try {
                pause.await();
                waiting = false;
            } catch (InterruptedException e) {
                // Without a cancellation it comes from foreign code, which can interrupt any thread.
                cancellation.check();
            }
        }
    }
}
