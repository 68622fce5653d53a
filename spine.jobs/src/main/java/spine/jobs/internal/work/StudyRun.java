package spine.jobs.internal.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.report.Predecessor;
import spine.api.report.ScoringResult;
import spine.api.service.ExistingResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.common.file.FileFailure;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.pipeline.ProviderFailedException;
import spine.runtime.StudyFinder;

/** Scores the files of one study, and says in one sentence why where it cannot. Safe for use by many threads. */
final class StudyRun {
    private static final Logger LOG = LoggerFactory.getLogger(StudyRun.class);

    private final StudyFinder studies;
    private final SpineScoring scoring;
    private final ScoringRule rule;

    StudyRun(StudyFinder studies, SpineScoring scoring, ScoringRule rule) {
        this.studies = studies;
        this.scoring = scoring;
        this.rule = rule;
    }

    /** What a result folder holds already, seen from these files. */
    ExistingResult existing(String study, List<Path> files, Path folder) throws IOException, UnusableInputException, UnavailableException {
        return scoring.existing(source(study, files), request(folder));
    }

    /**
     * @param folder gets the result; empty
     * @param predecessor the result in whose place it will come
     * @throws CancellationException when cancelled
     */
    Outcome score(String study, List<Path> files, Path folder, Optional<Predecessor> predecessor, Progress progress,
            Cancellation cancellation) {
        try {
            List<Path> missing = files.stream().filter(file -> !Files.exists(file)).toList();
            if (!missing.isEmpty()) {
                return Outcome.attention(missing.size() + " of the " + files.size() + " images of study " + study
                        + " are not in the spool any more; they can be sent again.");
            }
            ScoringResult result = scoring.score(source(study, files), request(folder).replacing(predecessor), progress,
                    cancellation);
            return result.failures().isEmpty() ? Outcome.result(result.anatomy().noSpine().orElse(""))
                    : Outcome.attention(Sentence.of(String.join(" ", result.failures())));
        } catch (UnusableInputException | IllegalArgumentException e) {
            LOG.info("study {} cannot be used", study, e);
            return Outcome.unusable(Sentence.of(String.valueOf(e.getMessage())));
        } catch (UnavailableException | ProviderFailedException e) {
            LOG.error("study {} was not scored", study, e);
            return Outcome.attention(Sentence.of(e.getMessage()));
        } catch (IOException e) {
            LOG.error("study {} was not scored", study, e);
            return Outcome.attention(FileFailure.sentence(e));
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            LOG.error("study {} was not scored", study, e);
            return Outcome.attention("Study " + study + " needs more memory than there is; the log has the details.");
        } catch (RuntimeException | Error e) {
            LOG.error("study {} was not scored", study, e);
            return Outcome.attention("Study " + study + " failed unexpectedly (" + FailureWords.of(e) + "); the log has the details.");
        }
    }

    private StudySource source(String study, List<Path> files) throws UnusableInputException {
        List<StudySource> found = studies.find(files, SeriesChoice.AUTOMATIC);
        if (found.size() > 1) {
            throw new UnusableInputException("The images of study " + study + " are those of " + found.size()
                    + " studies or patients, so none of them is scored.");
        }
        return found.get(0);
    }

    private ScoringRequest request(Path folder) {
        return new ScoringRequest(rule.indexes(), rule.formats(), folder);
    }
}
