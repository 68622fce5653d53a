package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.pipeline.ProviderFailedException;

/** Scores studies one after another; one that cannot be used does not stop the others. */
final class StudyBatch {
    private static final Logger LOG = LoggerFactory.getLogger(StudyBatch.class);

    private final SpineScoring scoring;
    private final Cancellation cancellation;
    private final Path logFile;
    private final Console console;
    private final List<String> indexes;
    private final List<String> formats;
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
        this.scoring = scoring;
        this.cancellation = cancellation;
        this.logFile = logFile;
        this.console = console;
        this.indexes = indexes;
        this.formats = formats;
        this.out = out;
        this.pause = pause;
    }

    /** @return the exit code of the command */
    int score(List<StudySource> sources) throws UnavailableException, IOException {
        ResultLines lines = new ResultLines(console);
        for (StudySource source : sources) {
            console.subject(sources.size() == 1 ? "" : "study " + (sources.indexOf(source) + 1) + " of " + sources.size() + ": ");
            Path folder = folderOf(source);
            Optional<ScoringResult> result = score(source, folder);
            if (result.isPresent()) {
                if (result.get().anatomy().noSpine().isPresent()) {
                    exitCode = exitCode == ExitCode.FAILED ? exitCode : ExitCode.UNUSABLE;
                }
                lines.add(result.get(), folder);
                scored.add(folder);
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

    private Optional<ScoringResult> score(StudySource source, Path folder) throws UnavailableException, IOException {
        try {
            ScoringRequest request = new ScoringRequest(indexes, formats, folder);
            return Optional.of(scoring.score(source, request, console, cancellation));
        } catch (UnusableInputException | IllegalArgumentException e) {
            LOG.info("study {} cannot be used", source.studyInstanceUid(), e);
            console.complain(e.getMessage());
            exitCode = exitCode == ExitCode.FAILED ? exitCode : ExitCode.UNUSABLE;
        } catch (CancellationException e) {
            throw e;
        } catch (ProviderFailedException e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            console.complain(e.getMessage());
            exitCode = ExitCode.FAILED;
        } catch (RuntimeException e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            console.complain("Study " + source.studyInstanceUid() + " failed unexpectedly (" + e + "); the log " + logFile
                    + " has the details.");
            exitCode = ExitCode.FAILED;
        }
        return Optional.empty();
    }

    /** A UID has digits and dots only; anything else comes from a broken file and must not lead out of the folder. */
    private Path folderOf(StudySource source) {
        String name = source.studyInstanceUid().replaceAll("[^0-9A-Za-z.]", "_").replaceAll("^\\.+", "_");
        return out.resolve(name.isEmpty() ? "_" : name);
    }
}
