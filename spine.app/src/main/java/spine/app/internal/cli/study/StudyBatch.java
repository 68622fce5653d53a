package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import spine.api.Cancellation;
import spine.api.image.StudySource;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.internal.batch.AttemptedStudy;
import spine.app.internal.batch.ScoresCsv;
import spine.app.internal.batch.StudyAttempt;

/** Scores studies one after another; one that cannot be used does not stop the others. */
final class StudyBatch {
    private final StudyAttempt attempt;
    private final Cancellation cancellation;
    private final Console console;
    private final Path out;
    private final Pause pause;
    private final List<Path> scored = new ArrayList<>();
    private int exitCode = ExitCode.DONE;

    /** Something to wait for between two studies. */
    interface Pause {
        void await() throws InterruptedException;
    }

    StudyBatch(SpineScoring scoring, Cancellation cancellation, Path logFile, Console console, List<String> indexes, List<String> formats,
            Path out, Pause pause) {
        this.attempt = new StudyAttempt(scoring, indexes, formats, out, "the log " + logFile);
        this.cancellation = cancellation;
        this.console = console;
        this.out = out;
        this.pause = pause;
    }

    /** @return the exit code of the command */
    int score(List<StudySource> sources) throws UnavailableException, IOException {
        ResultLines lines = new ResultLines(console);
        for (StudySource source : sources) {
            console.subject(sources.size() == 1 ? "" : "study " + (sources.indexOf(source) + 1) + " of " + sources.size() + ": ");
            AttemptedStudy attempted = attempt.score(source, console, cancellation);
            if (attempted.result().isPresent()) {
                lines.add(attempted.result().get(), attempted.folder());
                scored.add(attempted.folder());
            } else {
                console.complain(attempted.reason());
            }
            if (exitCode != ExitCode.FAILED && attempted.exitCode() != ExitCode.DONE) {
                exitCode = attempted.exitCode();
            }
            rest();
        }
        ScoresCsv.join(scored, out);
        lines.end();
        return exitCode;
    }

    private void rest() {
        try {
            pause.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
